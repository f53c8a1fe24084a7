"use client"
import { useEffect, useState } from "react"
import { lookAt } from "@/app/admin/(staff)/tips/actions"

type Props = {
  readonly tipId: string
  /** With `{names}` where they go. */
  readonly text: string
  readonly separator: string
}

const lookMs = 20_000

/** Says who else looks at the tip, as long as its page is open before somebody. */
export const Presence = ({ tipId, text, separator }: Props) => {
  const [names, setNames] = useState<readonly string[]>([])
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return
      const answer = await lookAt({ tipId }).catch(() => undefined)
      if (answer && "result" in answer) setNames(answer.result)
    }
    void look()
    const again = setInterval(look, lookMs)
    return () => clearInterval(again)
  }, [tipId])
  return (
    <p role="status" className="quiet">
      {names.length > 0 ? text.replace("{names}", names.join(separator)) : null}
    </p>
  )
}

"use client"
import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import { arrived } from "@/app/admin/(staff)/tips/actions"

type Props = {
  readonly queue: string
  /** When the list was drawn. */
  readonly since: string
  /** With `{count}` where the number goes. */
  readonly words: { readonly text: string; readonly show: string }
}

const lookMs = 20_000

/** Says how many tips came since the list was drawn. The list stays as it is until the person asks for them. */
export const NewTips = ({ queue, since, words }: Props) => {
  const router = useRouter()
  const [count, setCount] = useState(0)
  useEffect(() => {
    setCount(0)
    const look = setInterval(async () => {
      if (document.hidden) return
      const answer = await arrived({ queue, since }).catch(() => undefined)
      if (answer && "result" in answer) setCount(answer.result)
    }, lookMs)
    return () => clearInterval(look)
  }, [queue, since])
  return (
    <p role="status">
      {count > 0 ? (
        <>
          {words.text.replace("{count}", String(count))}{" "}
          <button type="button" className="plain" onClick={() => router.refresh()}>
            {words.show}
          </button>
        </>
      ) : null}
    </p>
  )
}

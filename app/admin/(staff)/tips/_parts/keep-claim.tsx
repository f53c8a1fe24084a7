"use client"
import { useEffect, useRef, useState } from "react"
import { renew } from "@/app/admin/(staff)/tips/actions"

type Props = {
  readonly tipId: string
  readonly until: string
  /** The words around the time until which the claim lasts. */
  readonly words: { readonly held: string; readonly lost: string }
  readonly locale: string
}

const lookMs = 30_000
/** Who did nothing for so long is no longer at work. */
const idleMsMax = 5 * 60_000
/** Renewed once less than this is left. */
const leftMs = 6 * 60_000

/** Says until when the person holds the tip, and prolongs it while there is a sign of work. */
export const KeepClaim = ({ tipId, until: first, words, locale }: Props) => {
  const [until, setUntil] = useState(first)
  const [lost, setLost] = useState<string>()
  const lastSign = useRef(0)
  useEffect(() => setUntil(first), [first])
  useEffect(() => {
    lastSign.current = Date.now()
    const sign = () => {
      lastSign.current = Date.now()
    }
    const signs = ["keydown", "pointermove", "pointerdown", "scroll"] as const
    for (const name of signs) document.addEventListener(name, sign, { passive: true })
    const look = setInterval(async () => {
      const isIdle = Date.now() - lastSign.current > idleMsMax
      if (isIdle || Date.parse(until) - Date.now() > leftMs) return
      const answer = await renew({ tipId }).catch(() => undefined)
      if (!answer) return
      if ("result" in answer) setUntil(answer.result.until)
      else setLost(answer.problem.lastChange ?? answer.problem.title)
    }, lookMs)
    return () => {
      clearInterval(look)
      for (const name of signs) document.removeEventListener(name, sign)
    }
  }, [tipId, until])
  if (lost)
    return (
      <p role="alert" className="problem">
        {words.lost} {lost}
      </p>
    )
  const time = new Date(until).toLocaleTimeString(locale, {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Asia/Shanghai",
  })
  return <p>{words.held.replace("{until}", time)}</p>
}

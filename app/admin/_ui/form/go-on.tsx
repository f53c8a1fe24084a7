"use client"
import { useEffect, useRef, useState } from "react"

type Props = { readonly words: { readonly goingOn: string; readonly stop: string; readonly goOn: string } }

/** Sends its form again by itself until somebody stops it. */
export const GoOn = ({ words }: Props) => {
  const [isStopped, setStopped] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isStopped) return undefined
    const timer = setTimeout(() => button.current?.click(), 50)
    return () => clearTimeout(timer)
  }, [isStopped])
  return (
    <>
      <p>{isStopped ? null : words.goingOn}</p>
      <button type="submit" ref={button}>
        {words.goOn}
      </button>{" "}
      <button type="button" onClick={() => setStopped(true)}>
        {words.stop}
      </button>
    </>
  )
}

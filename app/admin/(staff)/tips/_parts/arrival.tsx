"use client"
import { useEffect, useRef } from "react"

/** Takes the focus where one act leads to the next page, so that it is read out and the keys go on from there. */
export const Arrival = ({ text }: { text: string }) => {
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => line.current?.focus(), [])
  return (
    <p role="status" tabIndex={-1} ref={line}>
      {text}
    </p>
  )
}

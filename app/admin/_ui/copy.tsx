"use client"
import { useState } from "react"

type Props = { readonly text: string; readonly label: string; readonly done: string }

export const Copy = ({ text, label, done }: Props) => {
  const [isDone, setDone] = useState(false)
  return (
    <button
      type="button"
      className="plain"
      onClick={() => navigator.clipboard.writeText(text).then(() => setDone(true))}
    >
      <span aria-live="polite">{isDone ? done : label}</span>
    </button>
  )
}

"use client"
import type { ReactNode } from "react"
import { useForm } from "./form-context"

type Props = {
  readonly kind?: "main" | "danger" | "plain"
  /** Tells apart the buttons of one form. */
  readonly intent?: string
  /** The key that presses it. */
  readonly shortcut?: string
  readonly children: ReactNode
}

/** The button of a form. A second press while the first is on its way does nothing. */
export const Send = ({ kind, intent, shortcut, children }: Props) => {
  const { pending } = useForm()
  return (
    <button
      type="submit"
      className={kind}
      aria-disabled={pending || undefined}
      aria-keyshortcuts={shortcut}
      name={intent && "intent"}
      value={intent}
      onClick={(event) => {
        if (pending) event.preventDefault()
      }}
    >
      {children}
    </button>
  )
}

"use client"
import type { ReactNode } from "react"
import { useForm } from "./form-context"

type Props = {
  readonly kind?: "main" | "danger" | "plain"
  /** Tells apart the buttons of one form. */
  readonly intent?: string
  readonly children: ReactNode
}

/** The button of a form. A second press while the first is on its way does nothing. */
export const Send = ({ kind, intent, children }: Props) => {
  const { pending } = useForm()
  return (
    <button
      type="submit"
      className={kind}
      aria-disabled={pending || undefined}
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

"use client"
import type { ReactNode } from "react"
import { useForm } from "./form-context"

/** A part of a form that few need, folded until the form comes back: then its complaints are to be seen. */
export const More = ({ title, children }: { title: string; children: ReactNode }) => {
  const { state } = useForm()
  return (
    <details className="fold" open={state.round > 0}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

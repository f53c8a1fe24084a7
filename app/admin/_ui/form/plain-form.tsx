"use client"
import { type ReactNode, useActionState } from "react"
import { useHere } from "./here"

type Props = {
  readonly action: (before: undefined, form: FormData) => Promise<undefined>
  readonly children: ReactNode
}

/** A form around a server action that leads elsewhere, and of which nothing is to be shown. */
export const PlainForm = ({ action, children }: Props) => {
  const [, submit] = useActionState(action, undefined, useHere())
  return <form action={submit}>{children}</form>
}

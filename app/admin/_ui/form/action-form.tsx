"use client"
import { type ReactNode, useActionState } from "react"
import { type FormState, untouched } from "@/app/admin/_gate/form-state"
import { FormContext } from "./form-context"
import { useHere } from "./here"
import { Outcome } from "./outcome"

type Props = {
  readonly action: (before: FormState, form: FormData) => Promise<FormState>
  /** What the form carries unseen: ids, and the version that the person saw. */
  readonly carries?: Readonly<Record<string, string | number>>
  /** The form stays folded under these words until somebody means it. */
  readonly fold?: string
  /** The key that unfolds it and goes into it. */
  readonly shortcut?: string
  readonly className?: string
  readonly children: ReactNode
}

/** A form around a server action: works without script, keeps what was typed, shows what came of it. */
export const ActionForm = ({ action, carries = {}, fold, shortcut, className, children }: Props) => {
  const [state, submit, pending] = useActionState(action, untouched, useHere())
  const form = (
    <form action={submit} className={className} noValidate>
      {Object.entries({ ...carries, ...state.conflict?.carries }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Outcome state={state} />
    </form>
  )
  return (
    <FormContext value={{ state, pending }}>
      {fold ? (
        // Without script the page comes anew: what came of the form must not come folded.
        <details className="fold" open={state.round > 0}>
          <summary aria-keyshortcuts={shortcut}>{fold}</summary>
          {form}
        </details>
      ) : (
        form
      )}
    </FormContext>
  )
}

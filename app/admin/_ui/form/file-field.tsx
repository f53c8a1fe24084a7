"use client"
import { useId } from "react"
import { useForm } from "./form-context"

type Props = {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly accept: string
}

/** A labelled choice of one file, with its complaint. */
export const FileField = ({ name, label, hint, accept }: Props) => {
  const id = useId()
  const { state } = useForm()
  const issue = state.issues[name]
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {issue ? (
        <p className="issue" id={`${id}-issue`}>
          {issue}
        </p>
      ) : null}
      <input
        id={id}
        type="file"
        name={name}
        accept={accept}
        aria-invalid={issue ? true : undefined}
        aria-describedby={issue ? `${id}-hint ${id}-issue` : `${id}-hint`}
      />
    </div>
  )
}

"use client"
import { useId, useState } from "react"
import { useForm } from "./form-context"

type Props = {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly accept: string
  readonly bytesMax: number
  /** The complaint about a larger one: it is not sent, as the server would answer without a form. */
  readonly tooLarge: string
}

/** A labelled choice of one file, with its complaint. */
export const FileField = ({ name, label, hint, accept, bytesMax, tooLarge }: Props) => {
  const id = useId()
  const { state } = useForm()
  const [isTooLarge, setTooLarge] = useState(false)
  const issue = isTooLarge ? tooLarge : state.issues[name]
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {issue ? (
        <p className="issue" id={`${id}-issue`} role={isTooLarge ? "alert" : undefined}>
          {issue}
        </p>
      ) : null}
      <input
        id={id}
        type="file"
        name={name}
        accept={accept}
        onChange={({ currentTarget }) => {
          const isLarge = (currentTarget.files?.[0]?.size ?? 0) > bytesMax
          if (isLarge) currentTarget.value = ""
          setTooLarge(isLarge)
        }}
        aria-invalid={issue ? true : undefined}
        aria-describedby={issue ? `${id}-hint ${id}-issue` : `${id}-hint`}
      />
    </div>
  )
}

"use client"
import { useId } from "react"
import { useForm } from "./form-context"

type Props = {
  readonly name: string
  readonly label: string
  readonly options: readonly {
    readonly value: string
    readonly label: string
    readonly hint?: string | undefined
  }[]
}

/** One of a few choices, each with the key of its place. What was chosen comes back with a refusal. */
export const Radios = ({ name, label, options }: Props) => {
  const id = useId()
  const { state } = useForm()
  const issue = state.issues[name]
  return (
    <fieldset aria-describedby={issue ? `${id}-issue` : undefined}>
      <legend>{label}</legend>
      {issue ? (
        <p className="issue" id={`${id}-issue`}>
          {issue}
        </p>
      ) : null}
      {options.map((option, at) => (
        <div key={`${option.value} ${state.round}`} className="option">
          <label className="check">
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={state.values[name] === option.value}
              aria-keyshortcuts={`${at + 1}`}
              aria-describedby={option.hint ? `${id}-${at}` : undefined}
            />{" "}
            <kbd>{at + 1}</kbd> {option.label}
          </label>
          {option.hint ? (
            <p className="hint" id={`${id}-${at}`}>
              {option.hint}
            </p>
          ) : null}
        </div>
      ))}
    </fieldset>
  )
}

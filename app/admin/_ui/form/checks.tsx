"use client"
import { useId } from "react"
import { useForm } from "./form-context"

type Props = {
  /** Names the group's complaint; each box is named by its own option. */
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly options: readonly {
    readonly name: string
    readonly label: string
    /** As the record has it, before anybody ticks. */
    readonly isTicked?: boolean
  }[]
}

/** Boxes to tick, in one group with its complaint. What was ticked comes back with a refusal. */
export const Checks = ({ name, label, hint, options }: Props) => {
  const id = useId()
  const { state } = useForm()
  const issue = state.issues[name]
  return (
    <fieldset aria-describedby={[`${id}-hint`, ...(issue ? [`${id}-issue`] : [])].join(" ")}>
      <legend>{label}</legend>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {issue ? (
        <p className="issue" id={`${id}-issue`}>
          {issue}
        </p>
      ) : null}
      {options.map((option) => (
        <label key={`${option.name} ${state.round}`} className="check">
          <input
            type="checkbox"
            name={option.name}
            defaultChecked={state.round > 0 ? state.values[option.name] !== undefined : option.isTicked}
          />{" "}
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}

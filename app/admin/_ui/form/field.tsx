"use client"
import { useId } from "react"
import { useForm } from "./form-context"

type Option = { readonly value: string; readonly label: string }

type Props = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly kind?: "text" | "area" | "select" | "date" | "number"
  readonly options?: readonly Option[]
  readonly initial?: string
  readonly rows?: number
  readonly optional?: string
  readonly lang?: string
  /** What may be meant; anything else can be typed. */
  readonly suggestions?: readonly string[]
}

/** One labelled input with its complaint. What was typed comes back with a refusal. */
export const Field = ({
  name,
  label,
  hint,
  kind = "text",
  options = [],
  initial,
  rows = 3,
  optional,
  lang,
  suggestions = [],
}: Props) => {
  const id = useId()
  const { state } = useForm()
  const issue = state.issues[name]
  const described = [hint ? `${id}-hint` : "", issue ? `${id}-issue` : ""].filter(Boolean).join(" ")
  const common = {
    id,
    name,
    lang,
    defaultValue: state.values[name] ?? initial,
    "aria-invalid": issue ? (true as const) : undefined,
    "aria-describedby": described || undefined,
    "aria-required": optional ? undefined : (true as const),
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional ? <span className="quiet"> {optional}</span> : null}
      </label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {issue ? (
        <p className="issue" id={`${id}-issue`}>
          {issue}
        </p>
      ) : null}
      {kind === "area" ? <textarea {...common} rows={rows} /> : null}
      {kind === "select" ? (
        <select {...common} key={state.round}>
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      ) : null}
      {kind === "text" || kind === "date" ? (
        <input {...common} type={kind} list={suggestions.length > 0 ? `${id}-list` : undefined} />
      ) : null}
      {suggestions.length > 0 ? (
        <datalist id={`${id}-list`}>
          {suggestions.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      ) : null}
      {kind === "number" ? <input {...common} type="text" inputMode="numeric" /> : null}
      <Choice name={name} lang={lang} />
    </div>
  )
}

/** What somebody else saved meanwhile in this field, and which of the two is to stand. */
const Choice = ({ name, lang }: { name: string; lang: string | undefined }) => {
  const { conflict, values, round } = useForm().state
  const theirs = conflict?.theirs[name]
  if (!conflict || theirs === undefined) return null
  const choices = [
    ["mine", conflict.words.keepMine],
    ["theirs", conflict.words.takeTheirs],
  ] as const
  return (
    <fieldset className="choice" key={round}>
      <legend>{conflict.words.theirs}</legend>
      <p className="copy" lang={lang}>
        {theirs}
      </p>
      {choices.map(([value, text]) => (
        <label key={value}>
          <input
            type="radio"
            name={`keep.${name}`}
            value={value}
            defaultChecked={values[`keep.${name}`] === value}
          />{" "}
          {text}
        </label>
      ))}
    </fieldset>
  )
}

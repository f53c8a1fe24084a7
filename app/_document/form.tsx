import type { ReactNode } from "react"
import { type Locale, wordsFor } from "@/app/_words"

/** What is wrong with one field, or without `id` with the whole form. */
export type FormError = { readonly id?: string; readonly text: string }

/** In each form whose page may show an entry of it, so that the entry goes once the form is taken. */
export const EntryField = ({ entry }: { entry: { readonly ref: string } | undefined }) =>
  entry ? <input type="hidden" name="entry" value={entry.ref} /> : null

type FieldProps = {
  readonly locale: Locale
  /** The id of the control; error summaries link to it. Also its name unless `name` says otherwise. */
  readonly id: string
  readonly name?: string
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly isOptional?: boolean
  /** The question is the page's own: its label is the h1. */
  readonly isHeading?: boolean
}

const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(" ")

const describedBy = ({ id, hint, error }: Pick<FieldProps, "id" | "hint" | "error">) =>
  classes(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`) || undefined

const ErrorMessage = ({ locale, id, text }: { locale: Locale; id: string; text: string | undefined }) =>
  text === undefined ? null : (
    <p id={`${id}-error`} className="govuk-error-message">
      <span className="govuk-visually-hidden">{wordsFor(locale, "common")("form.errorPrefix")} </span>
      {text}
    </p>
  )

const Hint = ({ id, children }: { id: string; children: ReactNode }) =>
  children === undefined ? null : (
    <div id={`${id}-hint`} className="govuk-hint">
      {children}
    </div>
  )

const Group = (props: FieldProps & { readonly children: ReactNode }) => {
  const { locale, id, label, hint, error, isOptional, isHeading } = props
  const text = isOptional ? wordsFor(locale, "common")("form.optional", { label }) : label
  return (
    <div className={classes("govuk-form-group", error !== undefined && "govuk-form-group--error")}>
      {isHeading ? (
        <h1 className="govuk-label-wrapper">
          <label className="govuk-label govuk-label--l" htmlFor={id}>
            {text}
          </label>
        </h1>
      ) : (
        <label className="govuk-label govuk-label--s" htmlFor={id}>
          {text}
        </label>
      )}
      <Hint id={id}>{hint}</Hint>
      <ErrorMessage locale={locale} id={id} text={error} />
      {props.children}
    </div>
  )
}

type Typed = {
  readonly value?: string
  readonly autoComplete?: string
  readonly spellCheck?: boolean
  /** The language of what is typed, where it is not the page's. */
  readonly lang?: string
  readonly maxLength?: number
}

export const Field = (
  props: FieldProps &
    Typed & {
      readonly type?: "text" | "email" | "tel" | "url" | "date"
      readonly inputMode?: "text" | "numeric" | "email" | "url" | "tel"
      readonly widthCharacters?: 5 | 10 | 20 | 30
    },
) => {
  const { id, name = id, value, widthCharacters, error } = props
  return (
    <Group {...props}>
      <input
        className={classes(
          "govuk-input",
          widthCharacters !== undefined && `govuk-input--width-${widthCharacters}`,
          error !== undefined && "govuk-input--error",
        )}
        id={id}
        name={name}
        type={props.type ?? "text"}
        defaultValue={value}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete}
        spellCheck={props.spellCheck}
        lang={props.lang}
        maxLength={props.maxLength}
        aria-describedby={describedBy(props)}
        aria-invalid={error === undefined ? undefined : true}
      />
    </Group>
  )
}

export const Textarea = (props: FieldProps & Typed & { readonly rows?: number }) => {
  const { id, name = id, value, rows = 5, error } = props
  return (
    <Group {...props}>
      <textarea
        className={classes("govuk-textarea", error !== undefined && "govuk-textarea--error")}
        id={id}
        name={name}
        rows={rows}
        defaultValue={value}
        autoComplete={props.autoComplete}
        spellCheck={props.spellCheck}
        lang={props.lang}
        maxLength={props.maxLength}
        aria-describedby={describedBy(props)}
        aria-invalid={error === undefined ? undefined : true}
      />
    </Group>
  )
}

export const FileField = (
  props: FieldProps & {
    readonly isMultiple?: boolean
    readonly isRequired?: boolean
  },
) => {
  const { id, name = id, error } = props
  return (
    <Group {...props}>
      <input
        className={classes("govuk-file-upload", error !== undefined && "govuk-file-upload--error")}
        id={id}
        name={name}
        type="file"
        multiple={props.isMultiple}
        required={props.isRequired}
        aria-describedby={describedBy(props)}
      />
    </Group>
  )
}

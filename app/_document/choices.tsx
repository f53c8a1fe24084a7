import type { ReactNode } from "react"
import { type Locale, wordsFor } from "@/app/_words"

type Choice = { readonly value: string; readonly label: string; readonly hint?: string }

type ChoicesProps = {
  readonly locale: Locale
  /** The id of the first choice, so that an error summary links to it; the others are numbered. */
  readonly id: string
  readonly name?: string
  readonly legend: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly choices: readonly Choice[]
  /** The values chosen already. */
  readonly values?: readonly string[]
  readonly isInline?: boolean
}

const Choices = ({ type, ...props }: ChoicesProps & { readonly type: "radio" | "checkbox" }) => {
  const { locale, id, name = id, hint, error, values = [] } = props
  const block = type === "radio" ? "govuk-radios" : "govuk-checkboxes"
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")
  return (
    <div className={error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy || undefined}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{props.legend}</legend>
        {hint ? (
          <div id={`${id}-hint`} className="govuk-hint">
            {hint}
          </div>
        ) : null}
        {error ? (
          <p id={`${id}-error`} className="govuk-error-message">
            <span className="govuk-visually-hidden">{wordsFor(locale, "common")("form.errorPrefix")} </span>
            {error}
          </p>
        ) : null}
        <div className={props.isInline ? `${block} ${block}--inline` : block}>
          {props.choices.map((choice, index) => {
            const choiceId = index === 0 ? id : `${id}-${index + 1}`
            return (
              <div className={`${block}__item`} key={choice.value}>
                <input
                  className={`${block}__input`}
                  id={choiceId}
                  name={name}
                  type={type}
                  value={choice.value}
                  defaultChecked={values.includes(choice.value)}
                  aria-describedby={choice.hint ? `${choiceId}-item-hint` : undefined}
                />
                <label className={`govuk-label ${block}__label`} htmlFor={choiceId}>
                  {choice.label}
                </label>
                {choice.hint ? (
                  <div id={`${choiceId}-item-hint`} className={`govuk-hint ${block}__hint`}>
                    {choice.hint}
                  </div>
                ) : null}
              </div>
            )
          })}
        </div>
      </fieldset>
    </div>
  )
}

export const Radios = ({ value, ...props }: Omit<ChoicesProps, "values"> & { readonly value?: string }) => (
  <Choices type="radio" {...props} values={value === undefined ? [] : [value]} />
)

export const Checkboxes = (props: ChoicesProps) => <Choices type="checkbox" {...props} />

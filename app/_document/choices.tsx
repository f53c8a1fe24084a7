import type { ReactNode } from "react"
import { type Locale, wordsFor } from "@/app/_words"

type RadiosProps = {
  readonly locale: Locale
  /** The id of the first choice, so that an error summary links to it; the others are numbered. */
  readonly id: string
  readonly name?: string
  readonly legend: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly choices: readonly { readonly value: string; readonly label: string; readonly hint?: string }[]
  /** The value chosen already. */
  readonly value?: string
  readonly isInline?: boolean
  /** The question is the page's own: its legend is the h1. */
  readonly isHeading?: boolean
}

export const Radios = (props: RadiosProps) => {
  const { locale, id, name = id, hint, error } = props
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")
  return (
    <div className={error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy || undefined}>
        {props.isHeading ? (
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--l">
            <h1 className="govuk-fieldset__heading">{props.legend}</h1>
          </legend>
        ) : (
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{props.legend}</legend>
        )}
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
        <div className={props.isInline ? "govuk-radios govuk-radios--inline" : "govuk-radios"}>
          {props.choices.map((choice, index) => {
            const choiceId = index === 0 ? id : `${id}-${index + 1}`
            return (
              <div className="govuk-radios__item" key={choice.value}>
                <input
                  className="govuk-radios__input"
                  id={choiceId}
                  name={name}
                  type="radio"
                  value={choice.value}
                  defaultChecked={choice.value === props.value}
                  aria-describedby={choice.hint ? `${choiceId}-item-hint` : undefined}
                />
                <label className="govuk-label govuk-radios__label" htmlFor={choiceId}>
                  {choice.label}
                </label>
                {choice.hint ? (
                  <div id={`${choiceId}-item-hint`} className="govuk-hint govuk-radios__hint">
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

import type { ReactNode } from "react"
import { type Locale, wordsFor } from "@/app/_words"
import type { FormError } from "./form"

/** The first thing of a refused form, where the page's focus begins: what is wrong, each with a link to where. */
export const ErrorSummary = ({ locale, errors }: { locale: Locale; errors: readonly FormError[] }) =>
  errors.length === 0 ? null : (
    // biome-ignore lint/a11y/noAutofocus: the page was loaded for it, and without script nothing else can move the focus.
    <div className="govuk-error-summary" tabIndex={-1} autoFocus>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{wordsFor(locale, "common")("form.errorSummary")}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ id, text }) => (
              <li key={`${id} ${text}`}>{id === undefined ? text : <a href={`#${id}`}>{text}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )

type ButtonProps = {
  readonly children: ReactNode
  readonly kind?: "primary" | "secondary" | "warning"
  readonly name?: string
  readonly value?: string
}

const buttonClass = (kind: ButtonProps["kind"] = "primary") =>
  kind === "primary" ? "govuk-button" : `govuk-button govuk-button--${kind}`

export const Button = ({ children, kind, name, value }: ButtonProps) => (
  <button type="submit" className={buttonClass(kind)} name={name} value={value}>
    {children}
  </button>
)

/** A link that starts something: looks like a button, is a link. */
export const ButtonLink = ({
  href,
  kind,
  children,
}: Pick<ButtonProps, "kind" | "children"> & { readonly href: string }) => (
  <a href={href} className={buttonClass(kind)} draggable={false}>
    {children}
  </a>
)

export const BackLink = ({ href, text }: { href: string; text: string }) => (
  <nav aria-label={text}>
    <a href={href} className="govuk-back-link">
      {text}
    </a>
  </nav>
)

type DetailsProps = { readonly summary: string; readonly isOpen?: boolean; readonly children: ReactNode }

export const Details = ({ summary, isOpen = false, children }: DetailsProps) => (
  <details className="govuk-details" open={isOpen}>
    <summary className="govuk-details__summary">
      <span className="govuk-details__summary-text">{summary}</span>
    </summary>
    <div className="govuk-details__text">{children}</div>
  </details>
)

export const Inset = ({ children }: { children: ReactNode }) => (
  <div className="govuk-inset-text">{children}</div>
)

export const Warning = ({ locale, children }: { locale: Locale; children: ReactNode }) => (
  <div className="govuk-warning-text">
    <span className="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong className="govuk-warning-text__text">
      <span className="govuk-visually-hidden">{wordsFor(locale, "common")("warning")}: </span>
      {children}
    </strong>
  </div>
)

/** Says that something was done, with what the person must keep. */
export const Panel = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="govuk-panel govuk-panel--confirmation">
    <h1 className="govuk-panel__title">{title}</h1>
    {children ? <div className="govuk-panel__body">{children}</div> : null}
  </div>
)

export type TagColour = "grey" | "green" | "teal" | "blue" | "purple" | "red" | "orange" | "yellow"

export const Tag = ({ colour, children }: { colour?: TagColour; children: ReactNode }) => (
  <strong className={colour ? `govuk-tag govuk-tag--${colour}` : "govuk-tag"}>{children}</strong>
)

export type SummaryRow = {
  readonly key: string
  readonly value: ReactNode
  /** A link to where the value can be changed; `about` says to a screen reader of what it is. */
  readonly change?: { readonly href: string; readonly text: string; readonly about: string }
}

export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }) => (
  <dl className="govuk-summary-list">
    {rows.map(({ key, value, change }) => (
      <div className="govuk-summary-list__row" key={key}>
        <dt className="govuk-summary-list__key">{key}</dt>
        <dd className="govuk-summary-list__value">{value}</dd>
        {change ? (
          <dd className="govuk-summary-list__actions">
            <a className="govuk-link" href={change.href}>
              {change.text}
              <span className="govuk-visually-hidden"> ({change.about})</span>
            </a>
          </dd>
        ) : null}
      </div>
    ))}
  </dl>
)

import { Document } from "@/app/_document/document"
import { Textarea } from "@/app/_document/form"
import { Button, ErrorSummary } from "@/app/_document/parts"
import type { Failure } from "@/app/_http/failure"
import { failureWords, retryAfterOf } from "@/app/_http/problem"
import { type Locale, wordsFor } from "@/app/_words"
import { isDomainError } from "@/lib/kernel/errors"

/** A form that was not taken and could not be kept either, to be sent again from the page that says so. */
export type Again = {
  readonly address: string
  readonly errors: readonly string[]
  readonly fields: readonly { readonly name: string; readonly label?: string; readonly value: string }[]
}

type Props = {
  readonly locale: Locale
  readonly failure: Failure
  readonly requestId: string
  readonly again?: Again | undefined
}

/** Says what went wrong and what to do; of a fault of ours it tells no more than its number. */
export const FailurePage = ({ locale, failure, requestId, again }: Props) => {
  const t = wordsFor(locale, "errors")
  const { title, detail } = failureWords(locale, failure)
  const wait = retryAfterOf(failure)
  return (
    <Document locale={locale} path="" title={title} isPrivate>
      <ErrorSummary locale={locale} errors={again?.errors.map((text) => ({ text })) ?? []} />
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{detail}</p>
      {wait === undefined ? null : (
        <p className="govuk-body">{t("wait", { minutes: Math.max(1, Math.ceil(wait / 60)) })}</p>
      )}
      {again && again.fields.length > 0 ? (
        <SendAgain locale={locale} again={again} isForNow={isForNow(failure)} />
      ) : null}
      <p className="govuk-body-s">
        {t("requestNumber")}: <code>{requestId}</code>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={`/${locale}`}>
          {t("back")}
        </a>
      </p>
    </Document>
  )
}

/** Whether the same can be taken later, as it is. */
const isForNow = (failure: Failure) =>
  isDomainError(failure) && (failure.code === "unavailable" || failure.code === "limited")

type SendAgainProps = { readonly locale: Locale; readonly again: Again; readonly isForNow: boolean }

const SendAgain = ({ locale, again, isForNow }: SendAgainProps) => {
  const t = wordsFor(locale, "errors")
  return (
    <form method="post" action={again.address} noValidate>
      <p className="govuk-body">{t(isForNow ? "again.text" : "again.correct")}</p>
      {again.fields.map(({ name, label, value }) =>
        label === undefined ? (
          <input key={name} type="hidden" name={name} value={value} />
        ) : (
          <Textarea key={name} locale={locale} id={name} label={label} value={value} spellCheck={false} />
        ),
      )}
      <Button>{t("again.send")}</Button>
    </form>
  )
}

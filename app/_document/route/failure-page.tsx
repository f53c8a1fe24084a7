import { Document } from "@/app/_document/document"
import type { Failure } from "@/app/_http/failure"
import { failureWords, retryAfterOf } from "@/app/_http/problem"
import { type Locale, wordsFor } from "@/app/_words"

type Props = { readonly locale: Locale; readonly failure: Failure; readonly requestId: string }

/** Says what went wrong and what to do; of a fault of ours it tells no more than its number. */
export const FailurePage = ({ locale, failure, requestId }: Props) => {
  const t = wordsFor(locale, "errors")
  const { title, detail } = failureWords(locale, failure)
  const wait = retryAfterOf(failure)
  return (
    <Document locale={locale} path="" title={title} isPrivate>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{detail}</p>
      {wait === undefined ? null : (
        <p className="govuk-body">{t("wait", { minutes: Math.max(1, Math.ceil(wait / 60)) })}</p>
      )}
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

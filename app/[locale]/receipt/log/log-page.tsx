import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { type Locale, wordsFor } from "@/app/_words"
import { DateText } from "@/app/_words/date-text"
import type { PublishedHead } from "@/lib/reporter"

type Props = { readonly locale: Locale; readonly heads: readonly PublishedHead[] }

/** The heads of the latest days: whoever keeps one sees when a report of that day is changed or dropped. */
export const LogPage = ({ locale, heads }: Props) => {
  const t = wordsFor(locale, "receipt")
  return (
    <Document
      locale={locale}
      path="/receipt/log"
      title={t("log.title")}
      description={t("log.description")}
      before={<Breadcrumbs locale={locale} />}
    >
      <h1 className="govuk-heading-l">{t("log.title")}</h1>
      <p className="govuk-body">{t("log.lead")}</p>
      <p className="govuk-body">
        {t("log.how")}{" "}
        <a className="govuk-link" href={`/${locale}/receipt/verify`}>
          {t("title")}
        </a>{" "}
        ·{" "}
        <a className="govuk-link" href="/api/v1/day-heads">
          JSON
        </a>
      </p>
      {heads.length === 0 ? <p className="govuk-body">{t("log.none")}</p> : null}
      <dl className="govuk-summary-list">
        {heads.map(({ day, root, hash }) => (
          <div key={day} className="govuk-summary-list__row">
            <dt className="govuk-summary-list__key">
              <DateText locale={locale} at={day} />
            </dt>
            <dd className="govuk-summary-list__value">
              {t("log.root")} <code className="portal-hash">{root}</code>
              <br />
              {t("log.head")} <code className="portal-hash">{hash}</code>
            </dd>
          </div>
        ))}
      </dl>
    </Document>
  )
}

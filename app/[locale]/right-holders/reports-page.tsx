import { Document } from "@/app/_document/document"
import { Button, ButtonLink } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import { DateText } from "@/app/_words/date-text"
import type { ReportRow } from "@/lib/right-holder"
import { type TipStatus, tipStatuses } from "@/lib/tip"

type Props = {
  readonly locale: Locale
  readonly name: string
  readonly status: TipStatus
  readonly page: { readonly rows: readonly ReportRow[]; readonly next?: string }
  readonly isFirst: boolean
}

/** A right holder's own reports of a status. */
export const ReportsPage = ({ locale, name, status, page, isFirst }: Props) => {
  const t = wordsFor(locale, "rightHolder")
  const f = wordsFor(locale, "follow")
  const path = `/${locale}/right-holders`
  const address = (search: Record<string, string>) => `${path}?${new URLSearchParams(search)}`
  return (
    <Document locale={locale} path="/right-holders" title={t("reportsOf", { name })} isPrivate>
      <h1 className="govuk-heading-l">{t("reportsOf", { name })}</h1>
      <nav aria-label={t("byStatus")}>
        <ul className="govuk-list portal-choices">
          {tipStatuses.map((one) => (
            <li key={one}>
              {one === status ? (
                <strong aria-current="page">{f(`status.${one}.tag`)}</strong>
              ) : (
                <a className="govuk-link" href={address({ status: one })}>
                  {f(`status.${one}.tag`)}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <p className="govuk-body">{t(`about.${status}`)}</p>
      {page.rows.length === 0 ? <p className="govuk-body">{t("none")}</p> : null}
      {page.rows.length > 0 ? <Reports locale={locale} rows={page.rows} /> : null}
      {isFirst && !page.next ? null : (
        <nav className="govuk-body" aria-label={t("pages")}>
          {isFirst ? null : (
            <a className="govuk-link" href={address({ status })}>
              {t("first")}
            </a>
          )}{" "}
          {page.next ? (
            <a className="govuk-link" href={address({ status, cursor: page.next })} rel="next">
              {t("next")}
            </a>
          ) : null}
        </nav>
      )}
      <ButtonLink href={`${path}/outcomes`} kind="secondary">
        {t("download")}
      </ButtonLink>
      <form method="post" action={`${path}/close`}>
        <Button kind="secondary">{t("close")}</Button>
        <p className="govuk-hint">{t("closeHint")}</p>
      </form>
    </Document>
  )
}

const Reports = ({ locale, rows }: { locale: Locale; rows: readonly ReportRow[] }) => {
  const t = wordsFor(locale, "rightHolder")
  const f = wordsFor(locale, "follow")
  return (
    <ul className="govuk-list portal-reports">
      {rows.map(({ tipId, reference, number, receivedAt, targets, declined }) => (
        <li key={tipId}>
          <h2 className="govuk-heading-s">{reference}</h2>
          <p className="govuk-body-s">
            {t("line", { number })} <DateText locale={locale} at={receivedAt} />
          </p>
          <p className="govuk-body-s portal-reports__target">{targets.join(" · ")}</p>
          {declined ? <p className="govuk-body-s">{f(`declined.${declined}`)}</p> : null}
        </li>
      ))}
    </ul>
  )
}

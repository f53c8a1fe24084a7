import { Document } from "@/app/_document/document"
import { Field } from "@/app/_document/form"
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
  /** Whether the key is good for sending reports. */
  readonly maySend: boolean
  /** What is looked for by one's own reference, and the report that has it. */
  readonly found: { readonly reference: string; readonly report: ReportRow | undefined } | undefined
}

/** A right holder's own reports of a status. */
export const ReportsPage = ({ locale, name, status, page, isFirst, maySend, found }: Props) => {
  const t = wordsFor(locale, "rightHolder")
  const f = wordsFor(locale, "follow")
  const path = `/${locale}/right-holders`
  const address = (search: Record<string, string>) => `${path}?${new URLSearchParams(search)}`
  return (
    <Document locale={locale} path="/right-holders" title={t("reportsOf", { name })} isPrivate>
      <h1 className="govuk-heading-l">{t("reportsOf", { name })}</h1>
      {maySend ? (
        <ButtonLink href={`/${locale}/right-holders/batches`}>
          {wordsFor(locale, "batch")("begin")}
        </ButtonLink>
      ) : null}
      <Search locale={locale} path={path} found={found} />
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

type ReportsProps = Pick<Props, "locale"> & {
  readonly rows: readonly ReportRow[]
  /** Says of each how it stands, where the list does not. */
  readonly hasStatus?: boolean
}

type SearchProps = Pick<Props, "locale" | "found"> & { readonly path: string }

const Search = ({ locale, path, found }: SearchProps) => {
  const t = wordsFor(locale, "batch")
  return (
    <form method="get" action={path}>
      <Field
        locale={locale}
        id="reference"
        label={t("search")}
        value={found?.reference ?? ""}
        widthCharacters={20}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
      />
      <Button kind="secondary">{t("searchSubmit")}</Button>
      {found && !found.report ? (
        <p className="govuk-body">{t("searchNone", { reference: found.reference })}</p>
      ) : null}
      {found?.report ? <Reports locale={locale} rows={[found.report]} hasStatus /> : null}
    </form>
  )
}

const Reports = ({ locale, rows, hasStatus = false }: ReportsProps) => {
  const t = wordsFor(locale, "rightHolder")
  const f = wordsFor(locale, "follow")
  return (
    <ul className="govuk-list portal-reports">
      {rows.map(
        ({ tipId, reference, number, status, receivedAt, targets, declined, declinedText, wording }) => (
          <li key={tipId}>
            <h2 className="govuk-heading-s">{reference}</h2>
            {hasStatus ? <p className="govuk-body-s">{f(`status.${status}.text`)}</p> : null}
            <p className="govuk-body-s">
              {t("line", { number })} <DateText locale={locale} at={receivedAt} />
            </p>
            <p className="govuk-body-s portal-reports__target">{targets.join(" · ")}</p>
            {declined ? <p className="govuk-body-s">{wording || declinedText?.[locale]}</p> : null}
          </li>
        ),
      )}
    </ul>
  )
}

import { SummaryList } from "@/app/_document/parts"
import { formatFor, type Locale, wordsFor } from "@/app/_words"
import type { Batch } from "@/lib/batch"
import { type PickedRows, refusedShownMax } from "./picked-rows"
import { whyRefused } from "./why-refused"

type Props = { readonly locale: Locale; readonly batch: Batch; readonly picked: PickedRows }

/** What the rows of a table became, or would. */
export const BatchRows = ({ locale, batch, picked }: Props) => {
  const t = wordsFor(locale, "batch")
  const counts = batch.sent ?? batch.checked
  if (!counts || batch.rowsDone === 0) return null
  const said = batch.sent ? "became" : "would"
  const number = (count: number) => formatFor(locale).number(count)
  return (
    <>
      <h2 className="govuk-heading-m">{t(`${said}Title`)}</h2>
      <p className="govuk-hint">{t("rowsCounted")}</p>
      <SummaryList
        rows={(["created", "exists", "invalid"] as const).map((status) => ({
          key: t(`${said}.${status}`),
          value: number(counts[status]),
        }))}
      />
      {picked.refused.length > 0 ? (
        <>
          <h3 className="govuk-heading-s">{t("refusedTitle")}</h3>
          {counts.invalid > refusedShownMax ? (
            <p className="govuk-body">{t("refusedFirst", { count: picked.refused.length })}</p>
          ) : null}
          <ul className="govuk-list portal-reports">
            {picked.refused.map((row) => (
              <li key={row.row}>
                <RowName locale={locale} row={row.row} reference={row.reference} />
                <p className="govuk-body-s">{whyRefused(locale, row.issues)}</p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {picked.taken.length > 0 ? (
        <>
          <h3 className="govuk-heading-s">{t("firstTitle")}</h3>
          <ul className="govuk-list portal-reports">
            {picked.taken.map(({ row, reference, status, targets }) => (
              <li key={row}>
                <RowName locale={locale} row={row} reference={reference} />
                <p className="govuk-body-s">{t(`${said}.${status}`)}</p>
                <p className="govuk-body-s portal-reports__target">{targets.join(" · ")}</p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

type RowNameProps = { readonly locale: Locale; readonly row: number; readonly reference: string | undefined }

const RowName = ({ locale, row, reference }: RowNameProps) => (
  <h4 className="govuk-heading-s">
    {wordsFor(locale, "batch")("rowName", { row })}
    {reference ? (
      <>
        {" "}
        <bdi>{reference}</bdi>
      </>
    ) : null}
  </h4>
)

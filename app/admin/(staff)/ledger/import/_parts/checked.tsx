import { type Locale, wordsFor } from "@/app/_words"
import { amountText, metricText } from "@/app/_words/figure-text"
import { shownText } from "@/app/_words/shown-text"
import { Send } from "@/app/admin/_ui/form/send"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Badge } from "@/app/admin/_ui/parts"
import type { NumberedValue } from "@/app/admin/(staff)/ledger/import/table"
import { metrics } from "@/lib/campaign"
import type { Measure } from "@/lib/measure"

export type CheckedRow = NumberedValue &
  (
    | { readonly status: "recorded" | "exists"; readonly measure: Measure }
    | { readonly status: "refused"; readonly why: string }
  )

type Props = { readonly locale: Locale; readonly fileName: string; readonly rows: readonly CheckedRow[] }

/** What recording a table would do, row by row; nothing is recorded yet. */
export const Checked = ({ locale, fileName, rows }: Props) => {
  const t = wordsFor(locale, "consoleImport")
  const ready = rows.filter(({ status }) => status === "recorded")
  const count = (status: CheckedRow["status"]) => rows.filter((one) => one.status === status).length
  return (
    <>
      <p>{t("found", { ready: ready.length, exists: count("exists"), refused: count("refused") })}</p>
      {ready.length > 0 ? (
        <>
          <input type="hidden" name="fileName" value={fileName} />
          <input
            type="hidden"
            name="rows"
            value={JSON.stringify(ready.map(({ number, value }) => ({ number, value })))}
          />
          <Send kind="main" intent="record">
            {t("record", { count: ready.length })}
          </Send>
        </>
      ) : null}
      <DataTable
        caption={t("rows")}
        rows={rows}
        keyOf={({ number }) => String(number)}
        empty=""
        columns={[
          { key: "row", label: t("row"), cell: ({ number }) => number },
          { key: "case", label: t("columns.case"), cell: ({ value }) => said(value.case) },
          {
            key: "measure",
            label: t("measure"),
            cell: (row) =>
              row.status === "refused" ? (
                said([metricSaid(locale, row.value.metric), row.value.quantity].filter(Boolean).join(" "))
              ) : (
                <>
                  {metricText(locale, row.measure.metric)}
                  <span className="under">
                    {amountText(locale, { metric: row.measure.metric, value: row.measure.quantity })}
                  </span>
                </>
              ),
          },
          {
            key: "takenOn",
            label: t("columns.takenOn"),
            cell: (row) => (row.status === "refused" ? said(row.value.takenOn) : row.measure.takenOn),
          },
          {
            key: "outcome",
            label: t("outcome"),
            cell: (row) => <Judged locale={locale} row={row} />,
          },
        ]}
      />
    </>
  )
}

const metricSaid = (locale: Locale, typed: string | undefined) => {
  const metric = metrics.find((one) => one === typed)
  return metric ? metricText(locale, metric) : typed
}

const said = (text: string | undefined) => (text ? shownText(text) : "")

const Judged = ({ locale, row }: { locale: Locale; row: CheckedRow }) => {
  const t = wordsFor(locale, "consoleImport")
  if (row.status === "refused")
    return (
      <>
        <Badge tone="bad">{t("status.refused")}</Badge> <span className="under">{row.why}</span>
      </>
    )
  if (row.status === "exists")
    return (
      <>
        <Badge tone="calm">{t("status.exists")}</Badge> <span className="under">{t("existsNote")}</span>
      </>
    )
  return (
    <>
      <Badge tone="good">{t("status.recorded")}</Badge>
      {row.measure.needsConfirmation ? (
        <span className="under">{wordsFor(locale, "consoleCase")("awaitsSecondNote")}</span>
      ) : null}
    </>
  )
}

import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { metricText } from "@/app/_words/figure-text"
import { shownText } from "@/app/_words/shown-text"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Badge } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import { confirm, refuse, reverse } from "@/app/admin/(staff)/ledger/actions"
import type { Authority } from "@/lib/authority"
import { awaitsSecond, counts, type Measure } from "@/lib/measure"

type Props = {
  readonly locale: Locale
  readonly measures: readonly Measure[]
  readonly authorities: readonly Authority[]
  readonly canReverse?: boolean
  /** Where the table is of many cases, each entry leads to its own. */
  readonly nameCase?: boolean
  readonly empty?: string
}

export const MeasureTable = (props: Props) => {
  const { locale, measures, authorities, canReverse = false, nameCase = false, empty } = props
  const t = wordsFor(locale, "consoleCase")
  const reversed = new Set(measures.flatMap(({ reverses }) => (reverses ? [reverses] : [])))
  return (
    <DataTable
      caption={t("measures")}
      rows={measures}
      keyOf={({ measureId }) => measureId}
      empty={empty ?? t("noMeasures")}
      columns={[
        {
          key: "metric",
          label: t("metric"),
          cell: (row) => (
            <>
              {metricText(locale, row.metric)}{" "}
              {reversed.has(row.measureId) ? <Badge tone="bad">{t("reversed")}</Badge> : null}
              {row.reverses ? <span className="under">{t("reverses")}</span> : null}
              {row.note ? <span className="under">{shownText(row.note)}</span> : null}
              <Grounds locale={locale} measure={row} authorities={authorities} />
              {awaitsSecond(row) ? (
                <>
                  <Badge tone="warn">{t("awaitsSecond")}</Badge>
                  <span className="under">{t("awaitsSecondNote")}</span>
                </>
              ) : null}
              {row.refusedAt ? <Badge tone="bad">{t("refused")}</Badge> : null}
              {row.refusedReason ? <span className="under">{shownText(row.refusedReason)}</span> : null}
              {canReverse && awaitsSecond(row) ? <Second locale={locale} measure={row} /> : null}
              {canReverse && counts(row) && !row.reverses && !reversed.has(row.measureId) ? (
                <Reverse locale={locale} measure={row} />
              ) : null}
            </>
          ),
        },
        {
          key: "quantity",
          label: t("quantity"),
          isNumber: true,
          cell: (row) => formatFor(locale).number(row.quantity),
        },
        {
          key: "takenOn",
          label: t("takenOn"),
          cell: (row) => <time dateTime={row.takenOn}>{row.takenOn}</time>,
        },
        {
          key: "recorded",
          label: t("recorded"),
          cell: (row) => (
            <>
              <When locale={locale} at={row.recordedAt} />
              <span className="under">{row.recordedBy.name}</span>
            </>
          ),
        },
        {
          key: "counted",
          label: t("counted"),
          cell: (row) => (row.countedAt ? <When locale={locale} at={row.countedAt} /> : t("notCounted")),
        },
        ...(nameCase
          ? [
              {
                key: "case",
                label: t("case"),
                cell: (row: Measure) => <To href={`/admin/cases/${row.caseId}#measures`}>{t("toCase")}</To>,
              },
            ]
          : []),
      ]}
    />
  )
}

type GroundsProps = {
  readonly locale: Locale
  readonly measure: Measure
  readonly authorities: readonly Authority[]
}

/** Who took a measure, against what, and what shows it. */
const Grounds = ({ locale, measure, authorities }: GroundsProps) => {
  const t = wordsFor(locale, "consoleCase")
  const { authorityId, site, document, noDocument, lateReason } = measure
  const authority = authorities.find((one) => one.authorityId === authorityId)
  const lines = [
    authorityId ? (authority?.name[locale] ?? authorityId) : t("ownAuthority"),
    site,
    document ? t("documented", { document }) : undefined,
    noDocument ? t("undocumented", { reason: noDocument }) : undefined,
    lateReason ? t("recordedLate", { reason: lateReason }) : undefined,
  ]
  return lines.map((line) =>
    line ? (
      <span key={line} className="under">
        {shownText(line)}
      </span>
    ) : null,
  )
}

const Second = ({ locale, measure: { caseId, measureId } }: { locale: Locale; measure: Measure }) => {
  const t = wordsFor(locale, "consoleCase")
  const ids = { caseId, measureId }
  return (
    <>
      <ActionForm action={confirm} carries={ids} className="inline">
        <Send kind="main">{t("confirmMeasure")}</Send>
      </ActionForm>
      <ActionForm fold={t("refuseMeasure")} action={refuse} carries={ids}>
        <Field name="reason" label={t("reason")} />
        <Send kind="danger">{t("refuseMeasure")}</Send>
      </ActionForm>
    </>
  )
}

const Reverse = ({ locale, measure: { caseId, measureId } }: { locale: Locale; measure: Measure }) => {
  const t = wordsFor(locale, "consoleCase")
  return (
    <ActionForm fold={t("reverse")} action={reverse} carries={{ caseId, measureId }}>
      <Field name="reason" label={t("reason")} />
      <Send kind="danger">{t("reverse")}</Send>
    </ActionForm>
  )
}

import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { amountText, metricText } from "@/app/_words/figure-text"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Badge } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { metrics } from "@/lib/campaign"
import type { Compared, Counted } from "@/lib/statistics"

type Props = Compared<Counted> & {
  readonly locale: Locale
  readonly campaign: string
  readonly caption: string
}

/** The figures of a set: each leads to the entries that it is the sum of, and stands beside what they give now. */
export const FigureSetTable = ({ locale, campaign, caption, set, now }: Props) => {
  const t = wordsFor(locale, "consoleFigures")
  const rows = metrics.flatMap((metric) => {
    const figure = set.figures.find((one) => one.metric === metric)
    const present = now.find((one) => one.metric === metric)
    return figure || present ? [{ metric, figure, present }] : []
  })
  const text = (one: (typeof rows)[number]["figure"]) => (one ? amountText(locale, one) : t("absent"))
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ metric }) => metric}
      empty=""
      columns={[
        {
          key: "metric",
          label: t("metric"),
          cell: ({ metric }) => (
            <To
              href={`/admin/ledger?campaign=${campaign}&metric=${metric}&asOf=${set.asOf}&until=${set.draftedAt}#entries`}
            >
              {metricText(locale, metric)}
            </To>
          ),
        },
        { key: "value", label: t("value"), isNumber: true, cell: ({ figure }) => text(figure) },
        {
          key: "entries",
          label: t("entries"),
          isNumber: true,
          cell: ({ figure }) =>
            figure?.entries === 0 ? t("stated") : formatFor(locale).number(figure?.entries ?? 0),
        },
        {
          key: "now",
          label: t("now"),
          isNumber: true,
          cell: ({ figure, present }) => (
            <>
              {text(present)}{" "}
              {(figure?.entries ?? 0) === (present?.entries ?? 0) ? null : (
                <Badge tone="warn">{t("differs")}</Badge>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

import { type Locale, wordsFor } from "@/app/_words"
import { amountText, metricText } from "@/app/_words/figure-text"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import type { Figure, Metric } from "@/lib/campaign"

type Props = {
  readonly locale: Locale
  readonly figures: readonly Figure[]
  readonly empty: string
  /** The way from a figure to the entries that it is the sum of. */
  readonly hrefOf: (metric: Metric) => string
}

export const RunningFigures = ({ locale, figures, empty, hrefOf }: Props) => {
  const t = wordsFor(locale, "consoleCase")
  return (
    <DataTable
      caption={wordsFor(locale, "consoleDesk")("campaigns.running")}
      rows={figures.filter(({ status }) => status === "running")}
      keyOf={({ metric }) => metric}
      empty={empty}
      columns={[
        {
          key: "metric",
          label: t("metric"),
          cell: ({ metric }) => <To href={hrefOf(metric)}>{metricText(locale, metric)}</To>,
        },
        { key: "value", label: t("quantity"), isNumber: true, cell: (figure) => amountText(locale, figure) },
        { key: "asOf", label: t("counted"), cell: ({ asOf = "" }) => <When locale={locale} at={asOf} /> },
      ]}
    />
  )
}

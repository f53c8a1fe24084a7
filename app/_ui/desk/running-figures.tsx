import { amountText, metricText } from "@/app/_document/figure/figure-text"
import { type Locale, wordsFor } from "@/app/_words"
import type { Figure, Metric } from "@/lib/campaign"
import { DataTable } from "../list/data-table"
import { To } from "../to"
import { When } from "../when"

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
        { key: "asOf", label: t("counted"), cell: ({ asOf }) => <When locale={locale} at={asOf} /> },
      ]}
    />
  )
}

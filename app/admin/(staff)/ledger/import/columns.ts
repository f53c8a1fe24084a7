import { locales, wordsFor } from "@/app/_words"
import { metricText } from "@/app/_words/figure-text"
import { metrics } from "@/lib/campaign"
import { columnsNamed } from "@/lib/table"

/** In the order of the template. */
export const importColumns = [
  "case",
  "metric",
  "quantity",
  "takenOn",
  "authority",
  "site",
  "document",
  "noDocument",
  "lateReason",
  "note",
] as const

/** Beside the names of the template, in either language. */
const otherNames: Partial<Record<(typeof importColumns)[number], readonly string[]>> = {
  case: ["案件编号", "案件", "case number"],
  metric: ["措施", "类别", "measure"],
  quantity: ["数目", "number", "amount"],
  takenOn: ["日期", "date"],
  authority: ["部门", "agency"],
  site: ["网站", "网址"],
  document: ["文号"],
  note: ["说明", "remarks"],
}

/** The columns of a table of measures as people write them; a metric by its name in either language. */
export const measureColumns = columnsNamed(
  Object.fromEntries(
    importColumns.map((column) => [
      column,
      [
        ...locales.map((locale) => wordsFor(locale, "consoleImport")(`columns.${column}`)),
        ...(otherNames[column] ?? []),
      ],
    ]),
  ),
  {
    metric: Object.fromEntries(
      metrics.map((metric) => [metric, [metric, ...locales.map((locale) => metricText(locale, metric))]]),
    ),
  },
)

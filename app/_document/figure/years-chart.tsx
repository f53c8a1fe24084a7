import { scaleBand, scaleLinear } from "d3-scale"
import { Details } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import { metricText, shortNumber, valueText } from "@/app/_words/figure-text"
import type { Figure, Metric } from "@/lib/campaign"
import { isRepost } from "./figure"

export type YearPoint = { readonly year: number; readonly figure: Figure | undefined }

type ChartProps = {
  readonly locale: Locale
  readonly metric: Metric
  /** Every year of the span, in order; a year without a figure stays without a bar. */
  readonly points: readonly YearPoint[]
  readonly highlight?: number
}

const width = 400
const height = 190
const margin = { top: 24, right: 4, bottom: 26, left: 4 }

/** One figure over the years: bars, hollow where interim, and the same numbers as a table. */
export const YearsChart = ({ locale, metric, points, highlight }: ChartProps) => {
  const t = wordsFor(locale, "campaign")
  const id = `chart-${metric}`
  const name = metricText(locale, metric)
  return (
    <figure className="portal-chart" aria-labelledby={`${id}-label`}>
      <figcaption id={`${id}-label`} className="portal-chart__label">
        {name} <span className="portal-chart__unit">{t(`chartUnits.${metric}`)}</span>
      </figcaption>
      <Bars locale={locale} metric={metric} points={points} highlight={highlight} />
      <Marks locale={locale} points={points} />
      <Details summary={t("chart.showTable", { metric: name })}>
        <table className="govuk-table portal-chart__table">
          <caption className="govuk-visually-hidden">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{t("chart.year")}</th>
              <th scope="col" className="govuk-table__header--numeric">
                {t("chart.value")}
              </th>
              <th scope="col">{t("page.status")}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ year, figure }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td className="govuk-table__cell--numeric">
                  {figure ? valueText(locale, figure) : t("chart.noFigure")}
                </td>
                <td>
                  {figure ? t(`statuses.${figure.status}`) : ""}
                  {figure?.counts ? (
                    <span className="portal-note">{t(`counts.${figure.counts}`)}</span>
                  ) : null}
                  {figure && isRepost(figure) ? <span className="portal-note">{t("repost")}</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Details>
    </figure>
  )
}

const marksOf = (figure: Figure) => `${figure.counts ? "*" : ""}${isRepost(figure) ? "†" : ""}`

/** What the marks at the bars mean, where there are any. */
const Marks = ({ locale, points }: Pick<ChartProps, "locale" | "points">) => {
  const t = wordsFor(locale, "campaign")
  const figures = points.flatMap(({ figure }) => figure ?? [])
  const counts = figures.find((figure) => figure.counts)?.counts
  const notes = [
    ...(counts ? [t("chart.marks.counts", { what: t(`counts.${counts}`) })] : []),
    ...(figures.some(isRepost) ? [t("chart.marks.repost")] : []),
  ]
  return notes.map((note) => (
    <p key={note} className="portal-chart__unit">
      {note}
    </p>
  ))
}

const Bars = ({ locale, metric, points, highlight }: ChartProps) => {
  const t = wordsFor(locale, "campaign")
  const base = height - margin.bottom
  const x = scaleBand<number>()
    .domain(points.map(({ year }) => year))
    .range([margin.left, width - margin.right])
    .padding(0.25)
  const y = scaleLinear()
    .domain([0, Math.max(1, ...points.map(({ figure }) => figure?.value ?? 0))])
    .range([base, margin.top])
  return (
    <svg
      className="portal-chart__plot"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t("chart.label", { metric: metricText(locale, metric) })}
    >
      <line className="portal-chart__axis" x1="0" x2={width} y1={base} y2={base} />
      {points.map(({ year, figure }) => {
        const left = x(year) ?? 0
        const middle = left + x.bandwidth() / 2
        return (
          <g key={year}>
            <text className="portal-chart__year" x={middle} y={height - 8} textAnchor="middle">
              {year}
            </text>
            {figure ? (
              <>
                <rect
                  className={barClass(figure.status, highlight === undefined || highlight === year)}
                  x={left}
                  width={x.bandwidth()}
                  y={y(figure.value)}
                  height={base - y(figure.value)}
                />
                <text className="portal-chart__value" x={middle} y={y(figure.value) - 6} textAnchor="middle">
                  {shortNumber(locale, figure.value)}
                  {marksOf(figure)}
                </text>
              </>
            ) : null}
          </g>
        )
      })}
    </svg>
  )
}

const barClass = (status: Figure["status"], isStrong: boolean) =>
  [
    "portal-chart__bar",
    status === "final" ? "" : "portal-chart__bar--hollow",
    isStrong ? "" : "portal-chart__bar--pale",
  ]
    .filter(Boolean)
    .join(" ")

type Year = { readonly year: number; readonly figures: readonly Figure[] }

/** A point for each year from the first campaign to the last, with what `pick` finds in that year's figures. */
export const yearPoints = (
  campaigns: readonly Year[],
  pick: (figures: readonly Figure[]) => Figure | undefined,
): YearPoint[] => {
  const years = campaigns.map(({ year }) => year)
  if (years.length === 0) return []
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index
    const campaign = campaigns.find((one) => one.year === year)
    return { year, figure: campaign && pick(campaign.figures) }
  })
}

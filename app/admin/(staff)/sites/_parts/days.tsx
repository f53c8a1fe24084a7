import { scaleBand, scaleLinear } from "d3-scale"
import { type Locale, wordsFor } from "@/app/_words"
import { dayText } from "@/app/_words/date-text"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Fold, Section } from "@/app/admin/_ui/parts"
import type { SiteView } from "@/lib/desk"

const width = 300
const height = 60
const dayMs = 86_400_000

type Day = SiteView["counted"]["byDay"][number]

/** Every day from the first to the last, also those on which none came. */
const everyDay = (days: readonly Day[]): Day[] => {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return []
  const count = (Date.parse(last.day) - Date.parse(first.day)) / dayMs + 1
  return Array.from({ length: count }, (_, at) => {
    const day = new Date(Date.parse(first.day) + at * dayMs).toISOString().slice(0, 10)
    return days.find((one) => one.day === day) ?? { day, count: 0 }
  })
}

/** Tips a day as bars, and the same numbers as a table. */
export const Days = ({ locale, byDay }: { locale: Locale; byDay: readonly Day[] }) => {
  const t = wordsFor(locale, "consoleSite")
  const days = everyDay(byDay)
  const most = Math.max(1, ...days.map(({ count }) => count))
  const x = scaleBand(
    days.map(({ day }) => day),
    [0, width],
  ).padding(0.1)
  const y = scaleLinear([0, most], [0, height])
  return (
    <Section id="days" title={t("byDay")}>
      <svg className="days" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {days.map(({ day, count }) => (
          <rect
            key={day}
            x={x(day)}
            y={height - y(count)}
            width={Math.max(1, x.bandwidth())}
            height={y(count)}
          />
        ))}
      </svg>
      <Fold title={t("byDay")}>
        <DataTable
          caption={t("byDay")}
          rows={byDay}
          keyOf={({ day }) => day}
          empty={t("none")}
          columns={[
            { key: "day", label: t("day"), cell: ({ day }) => dayText(locale, day) },
            { key: "count", label: t("tips"), isNumber: true, cell: ({ count }) => count },
          ]}
        />
      </Fold>
    </Section>
  )
}

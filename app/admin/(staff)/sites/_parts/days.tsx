import { type Locale, wordsFor } from "@/app/_words"
import { dayText } from "@/app/_words/date-text"
import { Bars } from "@/app/admin/_ui/bars"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Fold, Section } from "@/app/admin/_ui/parts"
import type { SiteView } from "@/lib/desk"

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
  return (
    <Section id="days" title={t("byDay")}>
      <Bars values={days.map(({ day, count }) => ({ key: day, value: count }))} />
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

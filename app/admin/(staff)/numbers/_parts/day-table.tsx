import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { dayText } from "@/app/_words/date-text"
import { Bars } from "@/app/admin/_ui/bars"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Fold, Section } from "@/app/admin/_ui/parts"
import type { DayLine } from "@/lib/numbers"

const series = ["open", "received", "decided"] as const

/** The backlog, what came and what was decided, day by day: as bars, and the same numbers as a table. */
export const DayTable = ({ locale, days }: { locale: Locale; days: readonly DayLine[] }) => {
  const t = wordsFor(locale, "consoleNumbers")
  const number = (value: number) => formatFor(locale).number(value)
  return (
    <Section id="by-day" title={t("byDay")}>
      {series.map((name) => (
        <div key={name}>
          <h3>{t(name)}</h3>
          <Bars values={days.map((line) => ({ key: line.day, value: line[name] }))} />
        </div>
      ))}
      <Fold title={t("asTable")}>
        <DataTable
          caption={t("byDay")}
          rows={days}
          keyOf={({ day }) => day}
          empty=""
          columns={[
            { key: "day", label: t("day"), cell: ({ day }) => dayText(locale, day) },
            ...series.map((name) => ({
              key: name,
              label: t(name),
              isNumber: true,
              cell: (line: DayLine) => number(line[name]),
            })),
          ]}
        />
      </Fold>
    </Section>
  )
}

import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { dayText } from "@/app/_words/date-text"
import { Bars } from "@/app/admin/_ui/bars"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Section } from "@/app/admin/_ui/parts"
import type { Authority } from "@/lib/authority"
import type { Part, FigureParts as Parts } from "@/lib/statistics"

type Props = {
  readonly locale: Locale
  readonly parts: Parts
  readonly authorities: readonly Authority[]
}

const named =
  <Key,>(nameOf: (key: Key) => string) =>
  ({ key, value, entries }: Part<Key>) => ({ name: nameOf(key), value, entries })

/** What the figure at hand is made up of, by month, authority and category. */
export const FigureParts = ({ locale, parts: { byMonth, byAuthority, byCategory }, authorities }: Props) => {
  const t = wordsFor(locale, "consoleFigures")
  const category = wordsFor(locale, "choices")
  const authorityName = (key: string | undefined) =>
    key ? (authorities.find(({ authorityId }) => authorityId === key)?.name[locale] ?? key) : t("parts.own")
  const kinds = [
    ["month", byMonth.map(named((key) => dayText(locale, key)))],
    ["authority", byAuthority.map(named(authorityName))],
    ["category", byCategory.map(named((key) => (key ? category(`categories.${key}`) : t("parts.unknown"))))],
  ] as const
  const number = (value: number) => formatFor(locale).number(value)
  return (
    <Section id="parts" title={t("parts.title")}>
      {byMonth.length > 1 ? (
        <Bars values={byMonth.map(({ key, value }) => ({ key, value: Math.max(0, value) }))} />
      ) : null}
      <div className="halves">
        {kinds.map(([kind, rows]) => (
          <DataTable
            key={kind}
            caption={t(`parts.by.${kind}`)}
            rows={rows}
            keyOf={({ name }) => name}
            empty={t("parts.none")}
            columns={[
              { key: "name", label: t(`parts.by.${kind}`), cell: ({ name }) => name },
              { key: "value", label: t("parts.value"), cell: ({ value }) => number(value) },
              { key: "entries", label: t("parts.entries"), cell: ({ entries }) => number(entries) },
            ]}
          />
        ))}
      </div>
    </Section>
  )
}

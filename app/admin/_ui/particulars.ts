import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { metricText } from "@/app/_words/figure-text"
import { metrics } from "@/lib/campaign"
import { outcomes } from "@/lib/case"
import { defaultEntry } from "@/lib/settings"

const shown = [
  "metric",
  "quantity",
  "outcome",
  "authorityId",
  "campaign",
  "site",
  "domain",
  "document",
  "number",
  "reason",
  "note",
] as const

/** What of an event's data a reader of the trail is told, in words where the portal has them. */
export const particularsOf = (locale: Locale, data: Readonly<Record<string, unknown>>): string[] =>
  shown.flatMap((name) => {
    const value = data[name]
    if (typeof value === "number") return [formatFor(locale).number(value)]
    return typeof value === "string" ? [inWords(locale, value)] : []
  })

const inWords = (locale: Locale, value: string) => {
  const metric = metrics.find((one) => one === value)
  if (metric) return metricText(locale, metric)
  const outcome = outcomes.find((one) => one === value)
  if (outcome) return wordsFor(locale, "consoleCase")(`outcomes.${outcome}`)
  return defaultEntry("decline-reason", value)?.name[locale] ?? value
}

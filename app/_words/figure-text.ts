import { formatFor, type Locale, wordsFor } from "@/app/_words"
import type { Figure, Metric } from "@/lib/campaign"
import { sourceNotes } from "./zh/source-notes"

/** What each language counts large numbers in. */
const units: Readonly<Record<Locale, readonly number[]>> = { zh: [1e12, 1e8, 1e4], en: [1e12, 1e9, 1e6] }

/**
 * A number as the language says it in running text: Chinese counts in 万 and 亿, English writes millions out and
 * smaller numbers in full. No digit of the figure is lost.
 */
export const numberText = (locale: Locale, value: number) => {
  const format = formatFor(locale)
  const unit = units[locale].find((one) => Math.abs(value) >= one)
  // Two decimals of the unit say all of it.
  if (unit && Number.isInteger(value / (unit / 100)))
    return format.number(value, { notation: "compact", compactDisplay: "long", maximumFractionDigits: 2 })
  // Four digits are one group in Chinese (GB/T 15835), as in the notices themselves.
  return format.number(value, { useGrouping: locale === "zh" ? "min2" : true })
}

/** The number with its unit: 276万件, 107 million yuan. */
export const amountText = (locale: Locale, { metric, value }: Pick<Figure, "metric" | "value">) =>
  wordsFor(locale, "campaign")(`amounts.${metric}`, { number: numberText(locale, value) })

/** The same, as sure as its source is: 约276万件, about 2.76 million; 超过244万条, more than 2.44 million. */
export const valueText = (locale: Locale, figure: Pick<Figure, "metric" | "value" | "precision">) =>
  wordsFor(locale, "campaign")(`precise.${figure.precision}`, { amount: amountText(locale, figure) })

/** A number short enough to stand on a bar: 276万, 2.76m; in full where four digits do not say it. */
export const shortNumber = (locale: Locale, value: number) =>
  value < 10_000 || Number(value.toPrecision(4)) !== value
    ? numberText(locale, value)
    : formatFor(locale).number(value, {
        notation: "compact",
        maximumSignificantDigits: 4,
        useGrouping: "min2",
      })

/** What a source adds to its number, with the language it is told in. */
export const noteText = (locale: Locale, note: string) => {
  const translated = locale === "zh" ? sourceNotes[note] : undefined
  return { text: translated ?? note, lang: translated ? undefined : "en" }
}

export const metricText = (locale: Locale, metric: Metric) =>
  wordsFor(locale, "campaign")(`metrics.${metric}`)

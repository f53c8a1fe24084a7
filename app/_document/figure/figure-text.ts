import { formatFor, type Locale, wordsFor } from "@/app/_words"
import type { Metric, ShownFigure } from "./figure"

/**
 * A number as the language says it in running text: Chinese counts in 万 and 亿, English writes millions out and
 * smaller numbers in full. No digit of the figure is lost.
 */
export const numberText = (locale: Locale, value: number) => {
  const format = formatFor(locale)
  const isLarge = Math.abs(value) >= (locale === "zh" ? 10_000 : 1_000_000)
  const isShortInWords = Number.isInteger(value / (locale === "zh" ? 100 : 10_000))
  if (isLarge && isShortInWords)
    return format.number(value, { notation: "compact", compactDisplay: "long", maximumFractionDigits: 2 })
  // Four digits are one group in Chinese (GB/T 15835), as in the notices themselves.
  return format.number(value, { useGrouping: locale === "zh" ? "min2" : true })
}

/** The number with its unit, and "about" where the source rounded: 约276万件, about 2.76 million. */
export const valueText = (locale: Locale, figure: Pick<ShownFigure, "metric" | "value" | "rounded">) => {
  const t = wordsFor(locale, "campaign")
  const amount = t(`amounts.${figure.metric}`, { number: numberText(locale, figure.value) })
  return figure.rounded ? t("about", { amount }) : amount
}

/** A number short enough to stand on a bar: 276万, 2.76M. */
export const shortNumber = (locale: Locale, value: number) =>
  formatFor(locale).number(value, {
    notation: "compact",
    maximumSignificantDigits: 4,
    useGrouping: locale === "zh" ? "min2" : true,
  })

export const noteText = (locale: Locale, note: ShownFigure["note"]) =>
  typeof note === "object" ? note[locale] : note

export const metricText = (locale: Locale, metric: Metric) =>
  wordsFor(locale, "campaign")(`metrics.${metric}`)

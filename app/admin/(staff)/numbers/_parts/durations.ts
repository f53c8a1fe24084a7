import { formatFor, type Locale, wordsFor } from "@/app/_words"
import type { Durations } from "@/lib/numbers"

/** Hours, or days from two on, with one decimal. */
export const hoursText = (locale: Locale, hours: number | undefined): string => {
  const t = wordsFor(locale, "consoleNumbers")
  if (hours === undefined) return t("none")
  const number = (value: number) => formatFor(locale).number(value, { maximumFractionDigits: 1 })
  return hours < 48 ? t("hours", { hours: number(hours) }) : t("days", { days: number(hours / 24) })
}

/** The median, and what nine of ten did not exceed. */
export const durationText = (locale: Locale, { median, p90 }: Durations): string =>
  `${hoursText(locale, median)} / ${hoursText(locale, p90)}`

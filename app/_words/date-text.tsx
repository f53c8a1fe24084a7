import { formatFor, type Locale } from "@/app/_words"

const long = { year: "numeric", month: "long", day: "numeric" } as const

/**
 * A date as the language writes it, no more exact than it was given: `2017`, `2017-07`, `2018-01-16`, or an ISO
 * time, which is told in the portal's time zone.
 */
export const dateText = (locale: Locale, date: string) => {
  if (/^\d{4}$/.test(date)) return locale === "zh" ? `${date}年` : date
  const format = formatFor(locale)
  if (/^\d{4}-\d{2}$/.test(date))
    return format.dateTime(new Date(`${date}-15T12:00:00Z`), { year: "numeric", month: "long" })
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return format.dateTime(new Date(`${date}T12:00:00+08:00`), long)
  return format.dateTime(new Date(date), { ...long, hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
}

/** The day alone, of a date or of an ISO time. */
export const dayText = (locale: Locale, at: string) =>
  /^\d{4}-\d{2}-\d{2}T/.test(at) ? formatFor(locale).dateTime(new Date(at), long) : dateText(locale, at)

/** What `<time dateTime>` takes as it is: a date or an ISO time, but not a text that is none. */
export const DateText = ({ locale, at }: { locale: Locale; at: string }) => (
  <time dateTime={at}>{dateText(locale, at)}</time>
)

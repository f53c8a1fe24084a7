import { type Issue, invalid } from "./errors"

const dayMs = 86_400_000
/** Beijing is eight hours ahead the whole year. */
const beijingMs = 8 * 3_600_000

/** The calendar day in Beijing at an ISO time, as `YYYY-MM-DD`: the days that people enter are Beijing's. */
export const dayInBeijing = (at: string): string =>
  new Date(Date.parse(at) + beijingMs).toISOString().slice(0, 10)

/**
 * Holds a day that somebody entered against the clock.
 * @throws {DomainError} invalid `in-future` at `path`, when the day has not begun in Beijing
 */
export const requireBegun = (path: Issue["path"], day: string, now: string): void => {
  if (day > dayInBeijing(now)) throw invalid(path, "in-future")
}

/** The moment at which a day begins in Beijing, or the one so many days after it. */
export const dayBegins = (day: string, daysAfter = 0): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + daysAfter * dayMs - beijingMs).toISOString()

export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - dayMs).toISOString().slice(0, 10)

/** A day as people and spreadsheets write it: `2026-3-5`, `2026/03/05`, `2026.3.5`, `20260305`, `2026年3月5日`. */
export const dayFrom = (typed: string): string => {
  const text = typed.normalize("NFKC").replaceAll(/\s/gu, "")
  const [, year, month = "", day = ""] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  return year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text
}

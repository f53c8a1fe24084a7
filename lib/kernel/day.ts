import { type Issue, invalid } from "./errors"

const beijing = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
})

/** The calendar day in Beijing at an ISO time, as `YYYY-MM-DD`: the days that people enter are Beijing's. */
export const dayInBeijing = (at: string): string => beijing.format(new Date(at))

/**
 * Holds a day that somebody entered against the clock.
 * @throws {DomainError} invalid `in-future` at `path`, when the day has not begun in Beijing
 */
export const requireBegun = (path: Issue["path"], day: string, now: string): void => {
  if (day > dayInBeijing(now)) throw invalid(path, "in-future")
}

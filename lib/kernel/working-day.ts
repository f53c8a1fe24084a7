import chineseDays from "chinese-days"
import { dayInBeijing } from "./day"

const { getDayDetail, getSolarDateFromLunar, getSolarTermDate } = chineseDays

const lastLunarYear = 2099

/**
 * Whether the State Council's arrangement of a year's holidays is known here. The library knows a holiday by its name
 * only in years that were announced; of others it says that every Monday to Friday is worked.
 */
export const isAnnounced = (year: number): boolean => getDayDetail(`${year}-01-01`).name.includes("元旦")

const plusDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Days off by the Regulation on Public Holidays (as of 2025), without the weekends that are moved for them each year. */
const statutoryHolidays = (year: number): ReadonlySet<string> => {
  const lunar = (monthAndDay: string) => getSolarDateFromLunar(`${year}-${monthAndDay}`).date
  const newYear = lunar("01-01")
  return new Set([
    `${year}-01-01`,
    plusDays(newYear, -1),
    newYear,
    lunar("01-02"),
    lunar("01-03"),
    getSolarTermDate(year, 4, "pure_brightness"),
    `${year}-05-01`,
    `${year}-05-02`,
    lunar("05-05"),
    lunar("08-15"),
    `${year}-10-01`,
    `${year}-10-02`,
    `${year}-10-03`,
  ])
}

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/**
 * Whether a day is worked in China: as announced; in a year that is not announced yet, Monday to Friday but for the
 * statutory holidays, which is the `statutory` rule that pages name.
 * @throws {Error} for a year of which nothing is known
 */
export const isWorkingDay = (day: string): boolean => {
  const year = Number(day.slice(0, 4))
  if (isAnnounced(year)) return getDayDetail(day).work
  if (year < 2026 || year > lastLunarYear) throw new Error(`No holidays are known of the year ${year}`)
  return !isWeekend(day) && !statutoryHolidays(year).has(day)
}

/**
 * The end in Beijing of the so-manieth working day after the day of `at`, which itself does not count.
 * @returns an ISO time
 * @throws {Error} for a year of which nothing is known
 */
export const endOfWorkingDay = (at: string, days: number): string => {
  let day = dayInBeijing(at)
  for (let counted = 0; counted < days; ) {
    day = plusDays(day, 1)
    if (isWorkingDay(day)) counted += 1
  }
  return new Date(Date.parse(`${day}T23:59:59.999+08:00`)).toISOString()
}

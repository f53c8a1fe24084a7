import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { endOfWorkingDay, isAnnounced, isWorkingDay } from "@/lib/kernel/working-day"

describe("a working day", () => {
  it.each([
    ["2026-10-01", false, "National Day"],
    ["2026-10-10", true, "a Saturday that is worked for it"],
    ["2026-02-14", true, "a Saturday before the Spring Festival"],
    ["2026-02-17", false, "the Spring Festival"],
    ["2026-11-28", false, "a Saturday"],
    ["2026-11-26", true, "a Thursday"],
    ["2004-05-03", false, "the long Labour Day of before"],
  ])("%s: %s, %s, as announced", (day, works) => {
    expect(isWorkingDay(day)).toBe(works)
  })

  it.each([
    ["2027-01-01", false, "New Year, a Friday"],
    ["2027-02-05", false, "the eve of the Spring Festival"],
    ["2027-02-08", false, "its third day, a Monday"],
    ["2027-02-09", true, "the day after"],
    ["2027-04-05", false, "Qingming"],
    ["2027-06-09", false, "the Dragon Boat Festival"],
    ["2027-09-15", false, "the Mid-Autumn Festival"],
    ["2027-10-01", false, "National Day"],
    ["2027-10-04", true, "a Monday that may be off once that is announced"],
    ["2027-11-27", false, "a Saturday"],
  ])("%s: %s, %s, by the statutory rule, as the year is not announced", (day, works) => {
    expect(isAnnounced(2027)).toBe(false)
    expect(isWorkingDay(day)).toBe(works)
  })

  it("is not told of a year of which nothing is known", () => {
    for (const day of ["1999-06-01", "2003-12-31", "2100-01-04"])
      expect(() => isWorkingDay(day)).toThrow(/No holidays are known/)
    expect(isAnnounced(2026)).toBe(true)
    expect(isAnnounced(2003)).toBe(false)
  })
})

describe("a deadline in working days", () => {
  it.each([
    ["2026-11-26T02:00:00.000Z", 3, "2026-12-01"],
    // After midnight in Beijing it is the next day.
    ["2026-11-26T17:00:00.000Z", 3, "2026-12-02"],
    ["2026-09-30T02:00:00.000Z", 1, "2026-10-08"],
    ["2026-12-30T02:00:00.000Z", 3, "2027-01-05"],
  ])("from %s, %s days, ends with %s", (at, days, day) => {
    expect(endOfWorkingDay(at, days)).toBe(new Date(`${day}T23:59:59.999+08:00`).toISOString())
  })

  it("is never earlier than as many days, nor on a day that is not worked, and grows with the days", () => {
    const moment = fc.date({ min: new Date("2004-01-01"), max: new Date("2099-11-01"), noInvalidDate: true })
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 10 }), (date, days) => {
        // 2003 and before 2026 without an announcement do not occur: all from 2004 to 2026 are announced.
        const at = date.toISOString()
        const due = endOfWorkingDay(at, days)
        expect(Date.parse(due) - date.getTime()).toBeGreaterThanOrEqual(days * 86_400_000 - 1)
        const day = new Date(Date.parse(due) + 8 * 3_600_000).toISOString().slice(0, 10)
        expect(isWorkingDay(day)).toBe(true)
        expect(endOfWorkingDay(at, days + 1) > due).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})

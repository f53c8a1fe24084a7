import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { dayFrom, dayInBeijing, requireBegun } from "@/lib/kernel/day"

describe("a day that somebody enters", () => {
  it.each([
    ["2026-06-01", "2026-05-31T15:59:59.999Z", "refused"],
    ["2026-06-01", "2026-05-31T16:00:00.000Z", "taken"],
    ["2026-06-01", "2026-06-01T15:59:59.999Z", "taken"],
    ["2026-06-02", "2026-06-01T15:59:59.999Z", "refused"],
    ["2026-05-31", "2026-05-31T16:00:00.000Z", "taken"],
    ["2027-01-01", "2026-12-31T15:59:59.999Z", "refused"],
    ["2027-01-01", "2026-12-31T16:00:00.000Z", "taken"],
  ])("%s at %s is %s, because it counts from its beginning in Beijing", (day, now, outcome) => {
    const hold = () => requireBegun(["takenOn"], day, now)
    if (outcome === "taken") expect(hold).not.toThrow()
    else expect(hold).toThrow(expect.objectContaining({ issues: [{ path: ["takenOn"], rule: "in-future" }] }))
  })

  it("is the day of China's calendar at any time", () => {
    const calendar = new Intl.DateTimeFormat("en-CA", {
      timeZone: "Asia/Shanghai",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    })
    const times = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
    fc.assert(
      fc.property(times, (at) => {
        expect(dayInBeijing(at.toISOString())).toBe(calendar.format(at))
      }),
    )
  })
})

describe("a day as people write it", () => {
  it.each([
    "2026-3-5",
    "2026/03/05",
    "2026.3.5",
    "20260305",
    "2026年3月5日",
    "２０２６年３月５日",
    " 2026 / 3 / 5 ",
  ])("%s is one day", (typed) => {
    expect(dayFrom(typed)).toBe("2026-03-05")
  })

  it("is read from each of its spellings, and what is none stays as it is", () => {
    const days = fc.date({
      min: new Date("2000-01-01T00:00:00Z"),
      max: new Date("2099-12-31T00:00:00Z"),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, fc.constantFrom("-", "/", "."), (date, dash) => {
        const day = date.toISOString().slice(0, 10)
        expect(dayFrom(day.replaceAll("-", dash))).toBe(day)
        expect(dayFrom(day.replaceAll("-0", "-").replaceAll("-", dash))).toBe(day)
      }),
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{0,20}$/), (text) => {
        expect(dayFrom(text)).toBe(text.replaceAll(" ", ""))
      }),
    )
  })
})

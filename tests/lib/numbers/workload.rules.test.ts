import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { dayInBeijing } from "@/lib/kernel/day"
import { type Counted, quantile, workloadOf } from "@/lib/numbers/workload"
import { categories, tipStatuses } from "@/lib/tip"

const start = Date.parse("2026-03-01T00:00:00Z")
const hour = 3_600_000
const at = (hours: number) => new Date(start + hours * hour).toISOString()
const period = { from: "2026-03-05", until: "2026-03-15" }

const decidedStatuses = ["accepted", "declined", "duplicate"]

/** A tip that came, was looked at and decided at some hours, also long after the day it came on. */
const tips = fc.array(
  fc
    .record({
      category: fc.constantFrom(...categories.slice(0, 3)),
      status: fc.constantFrom(...tipStatuses),
      came: fc.nat(24 * 20),
      looked: fc.nat(24 * 10),
      took: fc.nat(24 * 10),
      isOld: fc.boolean(),
    })
    .map(({ category, status, came, looked, took, isOld }): Counted => {
      const isDecided = decidedStatuses.includes(status)
      return {
        category,
        status,
        receivedAt: at(came),
        // Tips from before the moments were kept have none.
        ...(isOld || status === "received" ? {} : { reviewedAt: at(came + looked) }),
        ...(isDecided && !isOld ? { decidedAt: at(came + looked + took) } : {}),
      }
    }),
  { maxLength: 60 },
)

const hoursBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / hour

/** Counted anew without any cleverness, a tip and a day at a time. */
const naive = (all: readonly Counted[]) => {
  const days: { day: string; received: number; decided: number; open: number }[] = []
  for (let time = Date.parse(period.from); time <= Date.parse(period.until); time += 24 * hour) {
    const day = new Date(time).toISOString().slice(0, 10)
    let [received, decided, open] = [0, 0, 0]
    for (const tip of all) {
      const came = dayInBeijing(tip.receivedAt)
      if (came === day) received++
      const isOpenNow = ["received", "screening", "awaiting-reporter"].includes(tip.status)
      const end = isOpenNow ? undefined : tip.decidedAt ? dayInBeijing(tip.decidedAt) : came
      if (!isOpenNow && tip.decidedAt && dayInBeijing(tip.decidedAt) === day) decided++
      if (came <= day && (end === undefined || end > day)) open++
    }
    days.push({ day, received, decided, open })
  }
  return days
}

describe("the desk's numbers", () => {
  it("are those of a naive recount, whatever day a tip was decided on", () => {
    fc.assert(
      fc.property(tips, (all) => {
        const { days, all: whole, categories: lines } = workloadOf(all, period)
        expect(days).toEqual(naive(all))
        const came = all.filter((tip) => {
          const day = dayInBeijing(tip.receivedAt)
          return day >= period.from && day <= period.until
        })
        expect(whole.received).toBe(came.length)
        const taken = came
          .flatMap((tip) => (tip.decidedAt ? [hoursBetween(tip.receivedAt, tip.decidedAt)] : []))
          .toSorted((a, b) => a - b)
        expect(whole.toDecision.count).toBe(taken.length)
        if (taken.length > 0) {
          const { median = -1, p90 = -1 } = whole.toDecision
          expect(taken.filter((one) => one <= median).length).toBeGreaterThanOrEqual(taken.length / 2)
          expect(taken.filter((one) => one < median).length).toBeLessThan(taken.length / 2)
          expect(taken.filter((one) => one <= p90).length).toBeGreaterThanOrEqual(0.9 * taken.length)
          expect(taken.filter((one) => one < p90).length).toBeLessThan(0.9 * taken.length)
        }
        for (const name of ["received", "open"] as const)
          expect(lines.reduce((sum, line) => sum + line[name], 0)).toBe(whole[name])
        for (const name of ["accepted", "declined", "duplicate"] as const) {
          expect(whole.outcomes[name]).toBe(came.filter(({ status }) => status === name).length)
          expect(lines.reduce((sum, line) => sum + line.outcomes[name], 0)).toBe(whole.outcomes[name])
        }
      }),
      { numRuns: 300 },
    )
  })

  it("count a tip that was decided on a later day than it came on", () => {
    const tip: Counted = {
      category: "music",
      status: "declined",
      receivedAt: "2026-03-06T02:00:00.000Z",
      reviewedAt: "2026-03-08T02:00:00.000Z",
      decidedAt: "2026-03-09T02:00:00.000Z",
    }
    const { all, days } = workloadOf([tip], period)
    expect(all.toReview).toEqual({ count: 1, median: 48, p90: 48 })
    expect(all.toDecision).toEqual({ count: 1, median: 72, p90: 72 })
    expect(days.filter(({ open }) => open === 1).map(({ day }) => day)).toEqual([
      "2026-03-06",
      "2026-03-07",
      "2026-03-08",
    ])
  })

  it.each([
    [[], 0.5, undefined],
    [[7], 0.9, 7],
    [[1, 2], 0.5, 1],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
  ])("of %j the quantile %d is %s", (sorted, share, value) => {
    expect(quantile(sorted, share)).toBe(value)
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { priorityOf } from "@/lib/desk/priority"
import { HolderId } from "@/lib/kernel/id"
import { defaultTargets } from "@/lib/settings/defaults"
import { categories, urgencies } from "@/lib/tip"

const { firstReviewHours, weights } = defaultTargets
const now = "2026-06-10T00:00:00.000Z"
const hoursAgo = (hours: number) => new Date(Date.parse(now) - hours * 3_600_000).toISOString()
const plain = { category: "other", receivedAt: now, evidenceCount: 0 } as const
const around = { now, targets: defaultTargets, focus: [] }

describe("how pressing a tip is", () => {
  it("is nothing where nothing presses", () => {
    expect(priorityOf(plain, around)).toEqual({ points: 0, reasons: [] })
  })

  it.each([
    [{ urgency: "live-now" }, {}, "urgency", weights["live-now"]],
    [{ urgency: "children" }, {}, "urgency", weights.children],
    [{ urgency: "first-release" }, {}, "urgency", weights["first-release"]],
    [{ answeredAt: now }, {}, "answered", weights.answered],
    [{ category: "film-tv" }, { focus: ["films-tv"] }, "focus", weights.focus],
    [{ holderId: HolderId.parse("films") }, {}, "trusted", weights.trusted],
    [{ evidenceCount: 3 }, {}, "evidence", weights.evidence],
    [{}, { reports: 1 }, "reports", 5],
    [{}, { reports: 31 }, "reports", 25],
    [{}, { reports: 100_000 }, "reports", weights["reports-max"]],
    [{ receivedAt: hoursAgo(firstReviewHours / 2) }, {}, "age", 13],
  ] as const)("%j %j gives %s %d", (tip, surroundings, kind, points) => {
    const { reasons } = priorityOf({ ...plain, ...tip }, { ...around, ...surroundings })
    expect(reasons).toEqual([{ kind, points }])
  })

  it("grows with age, and once more when the target is missed", () => {
    expect(priorityOf({ ...plain, receivedAt: hoursAgo(firstReviewHours + 1) }, around).reasons).toEqual([
      { kind: "age", points: weights.age },
      { kind: "overdue", points: weights.overdue },
    ])
  })

  it("is the sum of its reasons, the heaviest first, and never less for an older tip or more reports", () => {
    const pressing = fc.record({
      category: fc.constantFrom(...categories),
      receivedAt: fc.integer({ min: 0, max: 1_000 }).map(hoursAgo),
      evidenceCount: fc.nat(20),
      urgency: fc.option(fc.constantFrom(...urgencies), { nil: undefined }),
    })
    fc.assert(
      fc.property(pressing, fc.nat(500), fc.nat(500), (tip, reports, more) => {
        const one = priorityOf(tip, { ...around, reports })
        const points = one.reasons.map((reason) => reason.points)
        expect(points).toEqual(points.toSorted((a, b) => b - a))
        expect(one.points).toBe(points.reduce((sum, each) => sum + each, 0))
        const older = { ...tip, receivedAt: new Date(Date.parse(tip.receivedAt) - 3_600_000).toISOString() }
        expect(priorityOf(older, { ...around, reports }).points).toBeGreaterThanOrEqual(one.points)
        expect(priorityOf(tip, { ...around, reports: reports + more }).points).toBeGreaterThanOrEqual(
          one.points,
        )
      }),
    )
  })
})

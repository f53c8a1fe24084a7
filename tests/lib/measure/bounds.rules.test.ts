import { describe, expect, it } from "vitest"
import { metrics } from "@/lib/campaign"
import { isBeyondBound, isInWindow } from "@/lib/measure/bounds"

describe("the bound of one entry", () => {
  it.each(metrics)(
    "lets a plausible quantity of %s count at once, and holds back a typing error",
    (metric) => {
      expect(isBeyondBound({ metric, quantity: 1 })).toBe(false)
      expect(isBeyondBound({ metric, quantity: 99_999_999_999 })).toBe(true)
    },
  )
})

describe("the time of a campaign", () => {
  const period = { from: "2026-05", to: "2026-11" }
  it.each([
    [{ period }, "2026-04-30", false],
    [{ period }, "2026-05-01", true],
    [{ period }, "2026-11-30", true],
    [{ period }, "2026-12-01", true],
    [{ period, endedOn: "2026-09-15" }, "2026-09-15", true],
    [{ period, endedOn: "2026-09-15" }, "2026-09-16", false],
    [{ period, endedOn: "2026-12-05" }, "2026-12-05", true],
    [{ period: { from: "2026-05" } }, "2030-01-01", true],
    [{}, "2020-01-01", true],
  ])("%j holds %s: %s", (campaign, day, isIn) => {
    expect(isInWindow(campaign, day)).toBe(isIn)
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { nextTry } from "@/lib/outbox/tries"

const since = "2026-07-01T00:00:00.000Z"
const at = (ms: number) => new Date(Date.parse(since) + ms).toISOString()
const hour = 3_600_000

describe("a message that was not taken", () => {
  it("is tried again after pauses that double, and gives up after three days", () => {
    let now = since
    let tries = 0
    const pauses: number[] = []
    for (;;) {
      tries += 1
      const next = nextTry({ since, tries }, {}, now, 0.5)
      if (!next) break
      pauses.push(Date.parse(next) - Date.parse(now))
      now = next
    }
    expect(pauses.slice(0, 4)).toEqual([30_000, 60_000, 120_000, 240_000])
    expect(Math.max(...pauses)).toBe(4 * hour)
    expect(now).toBe(at(72 * hour))
    expect(tries).toBeGreaterThan(20)
    expect(tries).toBeLessThan(40)
  })

  it("is tried again at random times within a quarter of the pause", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tries, chance) => {
          const pause = Math.min(4 * hour, 30_000 * 2 ** (tries - 1))
          const next = Date.parse(nextTry({ since, tries }, {}, since, chance) ?? "")
          expect(next - Date.parse(since)).toBeGreaterThanOrEqual(Math.floor(pause * 0.75))
          expect(next - Date.parse(since)).toBeLessThanOrEqual(Math.ceil(pause * 1.25))
        },
      ),
    )
  })

  it("waits as long as the receiver asks, though not for ever", () => {
    const asking = (retryAfterSeconds: number) =>
      nextTry({ since, tries: 1 }, { retryAfterSeconds }, since, 0.5)
    expect(asking(600)).toBe(at(600_000))
    expect(asking(1)).toBe(at(30_000))
    expect(asking(999_999)).toBe(at(4 * hour))
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isTaken, nextTry } from "@/lib/delivery/delivery"

const since = "2026-07-01T00:00:00.000Z"
const at = (ms: number) => new Date(Date.parse(since) + ms).toISOString()
const hour = 3_600_000

describe("a delivery that failed", () => {
  it("is tried again after pauses that double, and gives up after three days", () => {
    let now = since
    let tries = 0
    const pauses: number[] = []
    for (;;) {
      tries += 1
      const next = nextTry({ since, tries }, { status: 500 }, now, 0.5)
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
          const next = Date.parse(nextTry({ since, tries }, { error: "timeout" }, since, chance) ?? "")
          expect(next - Date.parse(since)).toBeGreaterThanOrEqual(Math.floor(pause * 0.75))
          expect(next - Date.parse(since)).toBeLessThanOrEqual(Math.ceil(pause * 1.25))
        },
      ),
    )
  })

  it("waits as long as the receiver asks, though not for ever", () => {
    const asking = (retryAfterSeconds: number) =>
      nextTry({ since, tries: 1 }, { status: 503, retryAfterSeconds }, since, 0.5)
    expect(asking(600)).toBe(at(600_000))
    expect(asking(1)).toBe(at(30_000))
    expect(asking(999_999)).toBe(at(4 * hour))
  })

  it("is given up at once where the receiver is gone", () => {
    expect(nextTry({ since, tries: 1 }, { status: 410 }, since, 0.5)).toBeUndefined()
  })
})

it("only an answer of 200 to 299 counts as taken", () => {
  expect(
    [100, 101, 199, 200, 204, 299, 300, 301, 307, 400, 500].filter((status) => isTaken({ status })),
  ).toEqual([200, 204, 299])
  expect(isTaken({})).toBe(false)
})

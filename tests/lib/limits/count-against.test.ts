import { afterEach, describe, expect, it, vi } from "vitest"
import { countAgainst } from "@/lib/limits"

const limit = { key: "trial", count: 3, windowSeconds: 60 }
const outcomes = async (tries: readonly Promise<void>[]) =>
  (await Promise.allSettled(tries)).map(({ status }) => status)

afterEach(() => {
  vi.useRealTimers()
})

describe("a limit", () => {
  it("lets as many pass as it says, also of many at once, and refuses the others with the time to wait", async () => {
    const all = await outcomes(Array.from({ length: 8 }, () => countAgainst(limit, "many")))
    expect(all.filter((one) => one === "fulfilled")).toHaveLength(3)
    const refusal = await countAgainst(limit, "many", "batches").catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: "limited", reason: "batches" })
    const { retryAfterSeconds } = refusal as { retryAfterSeconds: number }
    expect(retryAfterSeconds).toBeGreaterThan(50)
    expect(retryAfterSeconds).toBeLessThanOrEqual(60)
  })

  it("holds for each by itself", async () => {
    expect(await outcomes([1, 2, 3].map(() => countAgainst(limit, "one")))).toEqual(
      Array(3).fill("fulfilled"),
    )
    await expect(countAgainst(limit, "another")).resolves.toBeUndefined()
  })

  it("begins anew when its time is over", async () => {
    const now = Date.now()
    for (let count = 0; count < 3; count++) await countAgainst(limit, "later")
    vi.useFakeTimers({ toFake: ["Date"], now: now + 61_000 })
    await expect(countAgainst(limit, "later")).resolves.toBeUndefined()
  })
})

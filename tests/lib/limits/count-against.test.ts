import { afterEach, describe, expect, it, vi } from "vitest"
import { countAgainst, limits } from "@/lib/limits"
import { getSettings, setLimits } from "@/lib/settings"
import { as } from "@/tests/support/people"

/** So many an hour, where an administrator set no other number. */
const { count } = limits.objections
const outcomes = async (tries: readonly Promise<void>[]) =>
  (await Promise.allSettled(tries)).map(({ status }) => status)

afterEach(() => {
  vi.useRealTimers()
})

describe("a limit", () => {
  it("lets as many pass as it says, also of many at once, and refuses the others with the time to wait", async () => {
    const all = await outcomes(Array.from({ length: count + 5 }, () => countAgainst("objections", "many")))
    expect(all.filter((one) => one === "fulfilled")).toHaveLength(count)
    const refusal = await countAgainst("objections", "many", "batches").catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: "limited", reason: "batches" })
    const { retryAfterSeconds } = refusal as { retryAfterSeconds: number }
    expect(retryAfterSeconds).toBeGreaterThan(limits.objections.windowSeconds - 10)
    expect(retryAfterSeconds).toBeLessThanOrEqual(limits.objections.windowSeconds)
  })

  it("holds for each by itself", async () => {
    const all = Array.from({ length: count }, () => countAgainst("objections", "one"))
    expect(await outcomes(all)).toEqual(Array(count).fill("fulfilled"))
    await expect(countAgainst("objections", "another")).resolves.toBeUndefined()
  })

  it("begins anew when its time is over", async () => {
    const now = Date.now()
    await Promise.all(Array.from({ length: count }, () => countAgainst("objections", "later")))
    await expect(countAgainst("objections", "later")).rejects.toMatchObject({ code: "limited" })
    vi.useFakeTimers({ toFake: ["Date"], now: now + limits.objections.windowSeconds * 1_000 + 1_000 })
    await expect(countAgainst("objections", "later")).resolves.toBeUndefined()
  })

  it("is what an administrator sets, and the portal's own again where nothing is set", async () => {
    const administrator = as("administrator")
    const set = async (objections?: number) =>
      setLimits(administrator, { ...(await getSettings(administrator, {})), objections })
    await set(4)
    const all = await outcomes(Array.from({ length: 9 }, () => countAgainst("objections", "set")))
    expect(all.filter((one) => one === "fulfilled")).toHaveLength(4)
    await set()
    await expect(countAgainst("objections", "set")).resolves.toBeUndefined()
  })
})

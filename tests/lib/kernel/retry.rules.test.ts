import { describe, expect, it, vi } from "vitest"
import { retry } from "@/lib/kernel/retry"

const busy = new Error("busy")
const broken = new Error("broken")
const isBusy = (error: unknown) => error === busy
const failing = (...errors: readonly Error[]) => {
  const left = [...errors]
  return vi.fn(async () => {
    const error = left.shift()
    if (error) throw error
    return "done"
  })
}

describe("a retry", () => {
  it.each([0, 1, 4])("gives what comes after %i failures that may pass", async (failures) => {
    const run = failing(...Array<Error>(failures).fill(busy))
    expect(await retry(run, isBusy)).toBe("done")
    expect(run).toHaveBeenCalledTimes(failures + 1)
  })

  it("gives up after five tries, with the last error", async () => {
    const run = failing(...Array<Error>(9).fill(busy))
    await expect(retry(run, isBusy)).rejects.toBe(busy)
    expect(run).toHaveBeenCalledTimes(5)
  })

  it("throws at once what may not pass", async () => {
    const run = failing(busy, broken)
    await expect(retry(run, isBusy)).rejects.toBe(broken)
    expect(run).toHaveBeenCalledTimes(2)
  })

  it("waits longer each time, and never as long as a rival", async () => {
    const wait = vi.spyOn(globalThis, "setTimeout")
    const pausesOf = async () => {
      wait.mockClear()
      await retry(failing(busy, busy, busy, busy), isBusy)
      return wait.mock.calls.map(([, ms = 0]) => ms)
    }
    const [ours, theirs] = [await pausesOf(), await pausesOf()]
    wait.mockRestore()
    expect(ours).toHaveLength(4)
    for (const [at, ms] of ours.entries()) {
      expect(ms).toBeGreaterThanOrEqual(20 * 2 ** at)
      expect(ms).toBeLessThanOrEqual(40 * 2 ** at)
    }
    expect(ours).not.toEqual(theirs)
  })
})

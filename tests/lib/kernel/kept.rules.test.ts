import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { kept } from "@/lib/kernel/kept"

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] })
})
afterEach(() => {
  vi.useRealTimers()
})

const counting = () => {
  let reads = 0
  return kept(3, async () => ++reads)
}

describe("a value that is kept", () => {
  it("is read once for all who ask at once and after, until its time is over", async () => {
    const value = counting()
    expect(await Promise.all([value.get(), value.get()])).toEqual([1, 1])
    vi.advanceTimersByTime(2_999)
    expect(await value.get()).toBe(1)
    vi.advanceTimersByTime(1)
    expect(await value.get()).toBe(2)
  })

  it("is read anew when it was forgotten, and not when it was set", async () => {
    const value = counting()
    await value.get()
    value.forget()
    expect(await value.get()).toBe(2)
    value.set(7)
    expect(await value.get()).toBe(7)
  })

  it("whose reading failed is read again", async () => {
    let fails = true
    const value = kept(3, async () => {
      if (fails) throw new Error("away")
      return "there"
    })
    await expect(value.get()).rejects.toThrow("away")
    fails = false
    expect(await value.get()).toBe("there")
  })
})

import { describe, expect, it } from "vitest"
import { lazily } from "@/lib/store/lazily"

class Counter {
  count = 0
  add(by: number) {
    this.count += by
    return this.count
  }
}

describe("what is made lazily", () => {
  it("is made once, when it is first used, and not before", () => {
    let made = 0
    const counter = lazily(() => {
      made += 1
      return new Counter()
    })
    expect(made).toBe(0)
    expect([counter.add(2), counter.add(3), made]).toEqual([2, 5, 1])
  })

  it("keeps what its own methods and others set, and knows its names and its class", () => {
    const counter = lazily(() => new Counter())
    expect(counter).toBeInstanceOf(Counter)
    counter.count = 40
    expect([counter.add(2), counter.count]).toEqual([42, 42])
    expect(["count" in counter, "add" in counter, "none" in counter]).toEqual([true, true, false])
  })

  it("is tried again where it could not be made", () => {
    const made = [new Error("not yet"), new Counter()]
    const counter = lazily(() => {
      const next = made.shift()
      if (!(next instanceof Counter)) throw next
      return next
    })
    expect(() => counter.count).toThrow("not yet")
    expect(counter.count).toBe(0)
  })
})

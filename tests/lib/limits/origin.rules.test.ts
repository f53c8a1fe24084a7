import fc from "fast-check"
import { expect, it } from "vitest"
import { originOf } from "@/lib/limits/origin"

const today = "2026-11-24T08:00:00.000Z"
const tomorrow = "2026-11-25T08:00:00.000Z"

it("one household is one origin in one day, and another on the next", () => {
  fc.assert(
    fc.property(fc.ipV6(), fc.ipV4(), (six, four) => {
      for (const address of [six, four, ` ${four} `]) {
        const origin = originOf(address, today)
        expect(origin).toMatch(/^[0-9a-f]{32}$/)
        expect(origin).not.toContain(address.trim())
        expect(originOf(address, today)).toBe(origin)
        expect(originOf(address, tomorrow)).not.toBe(origin)
      }
      expect(originOf(`::ffff:${four}`, today)).toBe(originOf(four, today))
    }),
  )
  expect(originOf("2001:db8:1:2:3::4", today)).toBe(originOf("2001:db8:1:2:ffff::1", today))
  expect(originOf("2001:db8:1:2::1", today)).not.toBe(originOf("2001:db8:1:3::1", today))
})

it("whatever is no address is one origin together", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[g-z ,_]*$/), (text) => {
      expect(originOf(text, today)).toBe(originOf(undefined, today))
    }),
  )
})

import fc from "fast-check"
import { expect, it } from "vitest"
import { AuthorityId } from "@/lib/kernel/id"
import { partsOf } from "@/lib/statistics"
import { categories } from "@/lib/tip"

const entry = fc.record({
  quantity: fc.integer({ min: -1_000, max: 1_000 }),
  takenOn: fc.constantFrom("2026-05-31", "2026-06-01", "2026-06-30", "2026-11-02"),
  authorityId: fc.constantFrom(undefined, AuthorityId.parse("mps"), AuthorityId.parse("miit")),
  category: fc.constantFrom(undefined, ...categories),
})

it("each kind of parts adds up to the whole, and names each entry once", () => {
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const whole = entries.reduce((sum, { quantity }) => sum + quantity, 0)
      for (const parts of Object.values(partsOf(entries))) {
        expect(parts.reduce((sum, { value }) => sum + value, 0)).toBe(whole)
        expect(parts.reduce((sum, part) => sum + part.entries, 0)).toBe(entries.length)
        expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length)
      }
    }),
  )
})

it("months come in order, and what has no key comes last", () => {
  const one = (takenOn: string, authorityId?: AuthorityId) => ({ quantity: 1, takenOn, authorityId })
  const parts = partsOf([one("2026-06-02"), one("2026-05-01", AuthorityId.parse("mps")), one("2026-06-30")])
  expect(parts.byMonth.map(({ key, value }) => [key, value])).toEqual([
    ["2026-05", 1],
    ["2026-06", 2],
  ])
  expect(parts.byAuthority.map(({ key }) => key)).toEqual(["mps", undefined])
})

import fc from "fast-check"
import { expect, it } from "vitest"
import { endOfPrefix } from "../../src/store/prefix"

const before = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0

it("the texts that start with a prefix are those between it and its end, in the order of UTF-8 bytes", () => {
  const character = fc.oneof(
    fc.constantFrom("a", "b", "\u{10ffff}", "\u{10fffe}", "\ud7ff", "\ue000", "\uffff"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }).filter((each) => each.isWellFormed()),
  )
  const text = fc.array(character, { maxLength: 6 }).map((each) => each.join(""))
  const unrelated = fc.option(text, { nil: undefined })
  fc.assert(
    fc.property(text, text, unrelated, (prefix, suffix, other) => {
      const candidate = other ?? prefix + suffix
      const end = endOfPrefix(prefix)
      const isBetween = !before(candidate, prefix) && (end === undefined || before(candidate, end))
      expect(isBetween).toBe(candidate.startsWith(prefix))
    }),
    { numRuns: 1000 },
  )
})

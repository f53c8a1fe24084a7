import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { excerptWith, termsOf } from "@/lib/desk/words"

describe("words in a text", () => {
  it.each([
    ["盗版 电影", ["这里有盗版的电影可以看"], true],
    ["版的电", ["这里有盗版的电影可以看"], true],
    ["FILM", ["A whole film."], true],
    ["ｆｉｌｍ", ["A whole film."], true],
    ["film music", ["A whole film.", "Some music"], true],
    ["film games", ["A whole film.", "Some music"], false],
    ["盗　版", ["这里有盗版"], true],
    ["pi\u200brate", ["a pirate"], true],
    ["", ["anything"], false],
  ] as const)("%j in %j: %s", (typed, texts, isFound) => {
    expect(excerptWith(termsOf(typed), texts) !== undefined).toBe(isFound)
  })

  it("are found wherever they stand, and shown with what stands around them", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.string({ unit: "grapheme", maxLength: 200 }),
        (before, behind) => {
          const excerpt = excerptWith(termsOf("盗版影视"), [`${before}盗版影视${behind}`]) ?? ""
          expect(excerpt).toContain("盗版影视")
          expect(excerpt.length).toBeLessThanOrEqual(82)
        },
      ),
    )
  })
})

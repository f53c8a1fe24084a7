import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { canonical, keyedHash, sameText } from "@/lib/kernel/crypto"
import { newId, randomText } from "@/lib/kernel/id"

const key = Buffer.alloc(32, 1)

describe("canonical JSON", () => {
  it("is one text for one value, in whatever order its keys were written", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed())
        expect(canonical(reversed)).toBe(canonical(value))
      }),
    )
  })

  it("drops what JSON cannot say", () => {
    expect(canonical({ b: 1, a: [1, { d: 2, c: undefined }] })).toBe('{"a":[1,{"d":2}],"b":1}')
  })

  it("reads back as the value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe("a keyed hash", () => {
  it("frames its parts: none can pass for another's end", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (a, b, c) => {
        expect(keyedHash(key, a, b + c)).not.toBe(keyedHash(key, a + b, c))
      }),
    )
  })

  it("differs under another key", () => {
    expect(keyedHash(key, "a")).not.toBe(keyedHash(Buffer.alloc(32, 2), "a"))
  })
})

describe("sameText", () => {
  it("is equality", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => sameText(a, b) === (a === b)))
    fc.assert(fc.property(fc.string(), (a) => sameText(a, a)))
  })
})

describe("an id", () => {
  it("is written as asked for, in letters that DynamoDB keys keep and people can read aloud", () => {
    for (let n = 0; n < 200; n++) expect(newId("tip")).toMatch(/^tip_[0-9a-hjkmnp-tv-z]{16}$/)
    expect(randomText(12)).toHaveLength(12)
  })
})

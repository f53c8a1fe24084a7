import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { canonical, keyedHash, sameText } from "@/lib/kernel/crypto"
import { newId, randomText } from "@/lib/kernel/id"

const macKey = Buffer.alloc(32, 1)

/** How canonical JSON was written before `canonicalize`: hashes of it are stored, and printed on receipts. */
const formerly = (value: unknown): string => JSON.stringify(sorted(value))
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** What events, reports, notices and campaigns hold; no key of theirs is a number. */
const key = fc.oneof(
  fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_-]{0,12}$/),
  fc.string({ unit: "binary", minLength: 1 }).filter((text) => !/^\d/.test(text)),
)
const text = fc.string({ unit: "binary" })
const { stored } = fc.letrec((tie) => ({
  stored: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.array(tie("stored")),
    fc.dictionary(key, tie("stored")),
  ),
}))

describe("canonical JSON", () => {
  it("is one text for one value, in whatever order its keys were written", () => {
    fc.assert(
      fc.property(fc.dictionary(text, fc.jsonValue({ stringUnit: "binary" })), (value) => {
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
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it("is the text of which the stored hashes were taken", () => {
    fc.assert(
      fc.property(fc.dictionary(key, stored), (value) => {
        expect(canonical(value)).toBe(formerly(value))
      }),
      { numRuns: 300 },
    )
  })

  it("writes the examples of RFC 8785, sections 3.2.2 and 3.2.3", () => {
    const literals = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
      string: "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\u002f",
      literals: [null, true, false],
    }
    expect(canonical(literals)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
    const keys = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"]
    const inOrder = Object.keys(
      JSON.parse(canonical(Object.fromEntries(keys.map((one) => [`${one}.`, one])))),
    )
    expect(inOrder).toEqual(["\r.", "1.", "\u0080.", "\u00f6.", "\u20ac.", "\ud83d\ude00.", "\ufb33."])
    expect(canonical({ 10: "a", 9: "b" })).toBe('{"10":"a","9":"b"}')
  })

  it.each(["\ud800", "a\udc00", NaN, Number.POSITIVE_INFINITY])("refuses what I-JSON lacks: %j", (value) => {
    expect(() => canonical({ value })).toThrow()
  })
})

describe("a keyed hash", () => {
  it("frames its parts: none can pass for another's end", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (a, b, c) => {
        expect(keyedHash(macKey, a, b + c)).not.toBe(keyedHash(macKey, a + b, c))
      }),
    )
  })

  it("differs under another key", () => {
    expect(keyedHash(macKey, "a")).not.toBe(keyedHash(Buffer.alloc(32, 2), "a"))
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

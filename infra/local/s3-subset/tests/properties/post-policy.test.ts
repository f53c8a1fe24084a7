import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { S3Error } from "../../src/protocol/errors"
import { parsePostPolicy, requirePolicy } from "../../src/signature/post-policy"
import { attempt } from "../support/attempt"

const now = Date.parse("2026-11-26T00:00:00Z")
const encode = (policy: unknown) => Buffer.from(JSON.stringify(policy)).toString("base64")
const policyOf = (conditions: unknown, expiration = "2026-11-26T00:00:01Z") =>
  encode({ expiration, conditions })

const check = (encoded: string, fields: ReadonlyMap<string, string>, at = now) => {
  const result = attempt(() => requirePolicy(parsePostPolicy(encoded), "bucket", fields, at))
  return result instanceof S3Error ? result.code : result
}

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/).filter((each) => !/^(policy|file|bucket)$/.test(each))
const fields = fc
  .dictionary(name, fc.string({ unit: "binary" }), { minKeys: 1 })
  .map((pairs) => new Map(Object.entries(pairs)))

/** A condition that the field meets, in one of the forms that S3 knows. */
const conditionsFor = (all: ReadonlyMap<string, string>) =>
  fc.tuple(
    ...[...all].map(([field, value]) =>
      fc.oneof(
        fc.constant({ [field]: value }),
        fc.constant(["eq", `$${field.toUpperCase()}`, value]),
        fc.nat(value.length).map((length) => ["starts-with", `$${field}`, value.slice(0, length)]),
      ),
    ),
  )

const valid = fields.chain((all) => fc.record({ all: fc.constant(all), conditions: conditionsFor(all) }))

describe("a POST policy", () => {
  it("that names every field allows the form, until it expires", () => {
    fc.assert(
      fc.property(valid, ({ all, conditions }) => {
        const sizes = { sizeBytesMin: 0, sizeBytesMax: Number.MAX_SAFE_INTEGER }
        expect(check(policyOf([...conditions, { bucket: "bucket" }]), all)).toEqual(sizes)
        expect(check(policyOf(conditions), all, now + 1000)).toBe("AccessDenied")
        expect(check(policyOf([...conditions, { bucket: "other" }]), all)).toBe("AccessDenied")
      }),
    )
  })

  it("allows no field beside those it names, and none to be left out", () => {
    fc.assert(
      fc.property(valid, fc.string(), ({ all, conditions }, added) => {
        fc.pre(![...all.keys(), "policy", "file", "bucket", "x-amz-signature"].includes(added))
        fc.pre(!added.startsWith("x-ignore-"))
        expect(check(policyOf(conditions), new Map([...all, [added, "1"]]))).toBe("AccessDenied")
        const exact = [...all].map(([field, value]) => ({ [field]: `${value}!` }))
        expect(check(policyOf(exact), all)).toBe("AccessDenied")
        expect(check(policyOf(exact), new Map())).toBe("AccessDenied")
      }),
    )
  })

  it("limits the size by all its ranges together", () => {
    const range = fc.tuple(fc.nat(), fc.nat())
    fc.assert(
      fc.property(fc.array(range, { minLength: 1 }), (ranges) => {
        const conditions = ranges.map(([min, max]) => ["content-length-range", min, String(max)])
        expect(check(policyOf(conditions), new Map())).toEqual({
          sizeBytesMin: Math.max(...ranges.map(([min]) => min)),
          sizeBytesMax: Math.min(...ranges.map(([, max]) => max)),
        })
      }),
    )
  })

  it("of any form is read or refused as S3 does", () => {
    const condition = fc.oneof(
      fc.array(
        fc.oneof(fc.constantFrom("eq", "starts-with", "content-length-range", "$key", "$"), fc.jsonValue()),
        { maxLength: 4 },
      ),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("__proto__", "key")), fc.jsonValue()),
    )
    const encoded = fc.oneof(
      fc.string(),
      fc.jsonValue().map(encode),
      fc.array(condition).map((conditions) => policyOf(conditions)),
      fc.string().map((expiration) => policyOf([], expiration)),
    )
    fc.assert(
      fc.property(encoded, fields, (policy, all) => void check(policy, all)),
      { numRuns: 200 },
    )
  })

  it("has whole numbers of bytes in its range", () => {
    const wrong = fc.oneof(fc.constantFrom(null, true, "", " ", [], {}, "1e3", "-1", -1, 1.5), fc.double())
    fc.assert(
      fc.property(wrong, (value) => {
        fc.pre(!(Number.isInteger(value) && Number(value) >= 0))
        expect(check(policyOf([["content-length-range", 0, value]]), new Map())).toBe("InvalidPolicyDocument")
      }),
    )
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseIntegrity } from "../../src/body/integrity"
import { readCondition, writeCondition } from "../../src/object/conditional-headers"
import { headersToStore } from "../../src/object/object-headers"
import { parseRetention } from "../../src/object/object-lock"
import { parseRange } from "../../src/object/range-header"
import { algorithms, checksumHeader } from "../../src/protocol/checksum"
import { S3Error } from "../../src/protocol/errors"
import type { Version } from "../../src/store/version"
import { attempt } from "../support/attempt"

const bytes = Buffer.from("0123456789")
const outcomeOf = (work: () => unknown) => {
  const result = attempt(work)
  return result instanceof S3Error ? result.code : result
}

describe("a Range header", () => {
  it("of any form means the whole object, bytes that it has, or an error of S3", () => {
    const header = fc.oneof(fc.string(), fc.stringMatching(/^bytes=\d*-\d*$/), fc.constant(undefined))
    fc.assert(
      fc.property(header, fc.nat(20), (text, sizeBytes) => {
        const range = attempt(() => parseRange(text, sizeBytes))
        if (range === undefined || range instanceof S3Error) return
        expect(0 <= range.start && range.start <= range.end && range.end < sizeBytes).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it("gives the bytes that it names", () => {
    const cut = (text: string) => {
      const range = parseRange(text, bytes.length)
      return range && bytes.subarray(range.start, range.end + 1).toString()
    }
    fc.assert(
      fc.property(fc.nat(9), fc.nat(30), (first, more) => {
        const text = bytes.toString()
        expect(cut(`bytes=${first}-${first + more}`)).toBe(text.slice(first, first + more + 1))
        expect(cut(`bytes=${first}-`)).toBe(text.slice(first))
        expect(cut(`bytes=-${more + 1}`)).toBe(text.slice(-more - 1))
      }),
    )
  })
})

describe("conditional headers", () => {
  const etag = "5d41402abc4b2a76b9719d911017c592"
  const content = { etag } as Version["content"]
  const version = { content, modifiedAt: "2026-11-26T00:00:00.500Z" } as Version
  const names = ["if-match", "if-none-match", "if-modified-since", "if-unmodified-since"]
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom("*", etag, `"${etag}"`, `W/"${etag}", "x"`, "Thu, 26 Nov 2026 00:00:00 GMT"),
  )
  const headers = fc.dictionary(fc.constantFrom(...names), value).map((all) => new Map(Object.entries(all)))

  it("of any form are met or refused as S3 does", () => {
    fc.assert(
      fc.property(headers, fc.constantFrom(version, undefined), (all, current) => {
        outcomeOf(() => readCondition(all, version))
        outcomeOf(() => writeCondition(all)(current))
      }),
      { numRuns: 300 },
    )
  })

  it("find the ETag in any list, and no other", () => {
    const other = fc.stringMatching(/^[0-9a-f]{32}$/).filter((each) => each !== etag)
    const weak = fc.boolean()
    fc.assert(
      fc.property(fc.array(other, { minLength: 1 }), weak, fc.nat(), (others, isWeak, at) => {
        const list = (tags: readonly string[]) =>
          tags.map((tag) => `${isWeak ? "W/" : ""}"${tag}"`).join(" , ")
        const read = (name: string, tags: readonly string[]) =>
          outcomeOf(() => readCondition(new Map([[name, list(tags)]]), version))
        const withEtag = others.toSpliced(at % others.length, 0, etag)
        expect(read("if-match", withEtag)).toBe("read")
        expect(read("if-match", others)).toBe("PreconditionFailed")
        expect(read("if-none-match", withEtag)).toBe("not-modified")
        expect(read("if-none-match", others)).toBe("read")
      }),
    )
  })

  it("by time compare whole seconds", () => {
    const seconds = fc.integer({ min: -100_000, max: 100_000 })
    fc.assert(
      fc.property(seconds, (offset) => {
        const at = new Date(Date.parse("2026-11-26T00:00:00Z") + offset * 1000).toUTCString()
        const read = (name: string) => outcomeOf(() => readCondition(new Map([[name, at]]), version))
        expect(read("if-modified-since")).toBe(offset >= 0 ? "not-modified" : "read")
        expect(read("if-unmodified-since")).toBe(offset >= 0 ? "read" : "PreconditionFailed")
      }),
    )
  })
})

describe("the digests that a client states", () => {
  it("in any form are read or refused as S3 does", () => {
    const names = [
      ...algorithms.map(checksumHeader),
      "content-md5",
      "x-amz-trailer",
      "x-amz-sdk-checksum-algorithm",
    ]
    const value = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.constantFrom("SHA256", "crc32", "x-amz-checksum-crc32", "x-amz-checksum-md5"),
    )
    const headers = fc.dictionary(fc.constantFrom(...names), value)
    fc.assert(
      fc.property(headers, (all) => void attempt(() => parseIntegrity(new Map(Object.entries(all))))),
      { numRuns: 300 },
    )
  })
})

describe("a retention", () => {
  it("of any form is read or refused as S3 does", () => {
    const until = fc.oneof(
      fc.string(),
      fc.stringMatching(/^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/),
    )
    const mode = fc.oneof(fc.string(), fc.constant("GOVERNANCE"), fc.constant(undefined))
    fc.assert(
      fc.property(mode, until, (wanted, text) => {
        const retention = attempt(() => parseRetention(wanted, text, 0))
        if (!(retention instanceof S3Error)) expect(Date.parse(retention.untilAt)).toBe(Date.parse(text))
      }),
      { numRuns: 300 },
    )
  })
})

describe("an object's headers", () => {
  it("of any form are kept as they are, or refused as S3 does", () => {
    const name = fc.oneof(
      fc.constantFrom("content-type", "cache-control", "expires"),
      fc.string().map((suffix) => `x-amz-meta-${suffix}`),
    )
    fc.assert(
      fc.property(fc.dictionary(name, fc.string({ unit: "binary", minLength: 1 })), (sent) => {
        const stored = attempt(() => headersToStore(new Map(Object.entries(sent))))
        if (!(stored instanceof S3Error)) expect(stored).toMatchObject(sent)
      }),
      { numRuns: 100 },
    )
  })
})

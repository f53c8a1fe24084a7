import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseRequestTarget } from "../../src/protocol/request-target"
import { attempt } from "../support/attempt"

const encode = (key: string) => key.split("/").map(encodeURIComponent).join("/")
const text = fc.string({ unit: "binary", maxLength: 60 }).filter((each) => each.isWellFormed())

describe("a request's target", () => {
  it("of any text is read or refused as S3 does", () => {
    const piece = fc.oneof(fc.constantFrom("/", "?", "&", "=", "%", "%e4", "%00", "+", ".."), fc.string())
    fc.assert(
      fc.property(fc.array(piece), (pieces) => void attempt(() => parseRequestTarget(pieces.join("")))),
      { numRuns: 300 },
    )
  })

  it("has the bucket, key and query that were put into it", () => {
    const pairs = fc.array(fc.tuple(text.filter(Boolean), text))
    fc.assert(
      fc.property(text, pairs, (key, query) => {
        const parameters = query.map((pair) => pair.map(encodeURIComponent).join("=")).join("&")
        const target = parseRequestTarget(`/bucket/${encode(key)}?${parameters}`)
        expect(target).toMatchObject({ bucket: "bucket", key })
        expect(target.pairs).toEqual(query)
      }),
      { numRuns: 500 },
    )
  })
})

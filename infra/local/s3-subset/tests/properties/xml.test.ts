import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseCompletedParts } from "../../src/operations/completed-parts"
import { buildXml, parseXml } from "../../src/protocol/xml"
import { attempt } from "../support/attempt"

/** The characters that XML 1.0 has, in texts without white space at their ends, which no value here has. */
const text = fc
  .string({ unit: "binary", maxLength: 40 })
  .filter((each) => each.isWellFormed())
  .map((each) => each.replaceAll(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").trim())

const tag = fc.constantFrom(
  "Part",
  "ETag",
  "PartNumber",
  "CORSRule",
  "AllowedOrigin",
  "Key",
  "__proto__",
  "a:b",
)

const document = fc.array(
  fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom(
      "<",
      ">",
      "&lt;",
      "&#0;",
      "&#x110000;",
      "&b;",
      "<![CDATA[",
      "]]>",
      "<!--",
      "-->",
      "<?xml?>",
    ),
    fc.constantFrom('<!DOCTYPE a [<!ENTITY b "&b;&b;">]>', "<constructor/>", "<a xmlns:b='c'>", "</a>"),
    fc.string({ unit: "binary", maxLength: 4 }),
  ),
)

describe("an XML body", () => {
  it("of any form is read or refused as S3 does", () => {
    fc.assert(
      fc.property(document, (pieces) => {
        const xml = pieces.join("")
        for (const wrapped of [xml, `<Root>${xml}</Root>`]) attempt(() => parseXml(wrapped, "Root"))
      }),
      { numRuns: 500 },
    )
  })

  it("nested beyond measure is refused", () => {
    const deep = "<Root>".repeat(5000) + "</Root>".repeat(5000)
    expect(attempt(() => parseXml(deep, "Root"))).toMatchObject({ code: "MalformedXML" })
  })

  it("is read as it was written", () => {
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1 }), (one, several) => {
        const body = { Key: one, Part: several.map((ETag) => ({ ETag })) }
        expect(parseXml(buildXml("Root", body), "Root")).toEqual(body)
      }),
      { numRuns: 500 },
    )
  })

  it("is written in characters that every reader keeps", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (key) => {
        expect(buildXml("Root", { Key: key })).not.toMatch(/\p{Cc}/u)
      }),
    )
  })
})

describe("a list of parts", () => {
  it("of any form is read or refused as S3 does", () => {
    fc.assert(fc.property(fc.anything(), (value) => void attempt(() => parseCompletedParts(value))))
    const part = fc.dictionary(fc.constantFrom("PartNumber", "ETag", "ChecksumSHA256"), fc.string())
    fc.assert(fc.property(fc.array(part), (Part) => void attempt(() => parseCompletedParts({ Part }))))
  })
})

import type { IncomingHttpHeaders } from "node:http"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { S3Error } from "../../src/protocol/errors"
import { parseRequestTarget } from "../../src/protocol/request-target"
import { verifyRequest } from "../../src/signature/verify-request"
import { attempt } from "../support/attempt"
import { embedded } from "../support/endpoint"
import { type RawRequest, sign } from "../support/raw-request"

const endpoint = { ...embedded, url: "http://127.0.0.1:9000" }

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

const text = fc.string({ unit: "binary", maxLength: 40 }).filter((each) => each.isWellFormed())
const method = fc.constantFrom("GET", "PUT", "POST", "HEAD", "DELETE")
const headers = fc.dictionary(
  fc.stringMatching(/^x-amz-meta-[a-z0-9-]{1,10}$/),
  fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/),
)

const request = fc
  .record({ method, key: text.filter(Boolean), query: fc.dictionary(text.filter(Boolean), text), headers })
  .map(({ method, key, query, headers }): RawRequest => {
    const pairs = Object.entries(query).map((pair) => pair.map(encode).join("="))
    const path = `/bucket/${key.split("/").map(encode).join("/")}`
    return { method, headers, path: pairs.length > 0 ? `${path}?${pairs.sort().join("&")}` : path }
  })
  // What a signature in the query looks like is another request.
  .filter(({ path }) => !path.includes("X-Amz-"))

const verify = (method: string, path: string, sent: IncomingHttpHeaders) =>
  attempt(() => verifyRequest({ method, target: parseRequestTarget(path), headers: sent }, embedded))

const codeOf = (result: unknown) => (result instanceof S3Error ? result.code : "accepted")

describe("a signature", () => {
  it("of an independent signer holds for any request", () => {
    fc.assert(
      fc.property(request, (raw) => {
        expect(codeOf(verify(raw.method, raw.path, sign(endpoint, raw).headers))).toBe("accepted")
      }),
      { numRuns: 100 },
    )
  })

  it("holds for no other method, path, query or header", () => {
    fc.assert(
      fc.property(request, method, fc.constantFrom("x", "?x=", "&x="), (raw, other, added) => {
        const signed = sign(endpoint, { ...raw, headers: { "x-amz-meta-a": "1", ...raw.headers } }).headers
        expect(codeOf(verify(raw.method, raw.path + added, signed))).toBe("SignatureDoesNotMatch")
        expect(codeOf(verify(raw.method, raw.path, { ...signed, "x-amz-meta-a": "changed" }))).toBe(
          "SignatureDoesNotMatch",
        )
        expect(codeOf(verify(raw.method, raw.path, { ...signed, "x-amz-meta-added": "1" }))).toBe(
          "AccessDenied",
        )
        if (other !== raw.method)
          expect(codeOf(verify(other, raw.path, signed))).toBe("SignatureDoesNotMatch")
      }),
      { numRuns: 100 },
    )
  })

  it("of any form is verified or refused as S3 does", () => {
    const scope = `contract/20261126/${embedded.region}/s3/aws4_request`
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "AWS4-HMAC-SHA256",
        scope,
        "20261126T000000Z",
        "20269999T999999Z",
        "host;__proto__;constructor",
      ),
    )
    const parts = [
      "Algorithm",
      "Credential",
      "Date",
      "Expires",
      "SignedHeaders",
      "Signature",
      "Content-Sha256",
    ]
    const parameters = fc.dictionary(fc.constantFrom(...parts.map((part) => `X-Amz-${part}`)), value)
    const query = fc.oneof(fc.constant({}), parameters)
    const signed = {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope},SignedHeaders=host;x-amz-date;x-amz-content-sha256,Signature=${"0".repeat(64)}`,
      "x-amz-date": "20261126T000000Z",
      "x-amz-content-sha256": "UNSIGNED-PAYLOAD",
    }
    const name = fc.constantFrom("authorization", "x-amz-date", "x-amz-content-sha256", "host", "a")
    const sent = fc.oneof(fc.constant(signed), fc.dictionary(name, value))
    const path = fc.oneof(fc.constantFrom("/bucket/key", "*", "http://host/%zz", "//"), fc.string())
    fc.assert(
      fc.property(path, query, sent, (path, parameters, sentHeaders) => {
        const target = { bucket: "", key: "", path, pairs: Object.entries(parameters) }
        attempt(() =>
          verifyRequest(
            { method: "GET", target: { ...target, query: new Map(target.pairs) }, headers: sentHeaders },
            embedded,
            Date.parse("2026-11-26T00:00:00Z"),
          ),
        )
      }),
      { numRuns: 500 },
    )
  })
})

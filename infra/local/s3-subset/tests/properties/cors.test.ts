import { validateHeaderValue } from "node:http"
import fc from "fast-check"
import { describe, it } from "vitest"
import { parseCorsConfiguration } from "../../src/operations/bucket-cors"
import { S3Error } from "../../src/protocol/errors"
import { attempt } from "../support/attempt"

describe("a CORS configuration", () => {
  it("of any form is refused as S3 does, or fit for the headers that it is sent in", () => {
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("*", "https://*.example", "GET", "PUT", "ETag", "1e3"),
    )
    const values = fc.array(value, { maxLength: 3 })
    const rule = fc.record(
      {
        AllowedOrigin: fc.oneof(values, fc.constant(["*"])),
        AllowedMethod: fc.oneof(values, fc.constant(["PUT"])),
        AllowedHeader: values,
        ExposeHeader: values,
        MaxAgeSeconds: value,
      },
      { requiredKeys: ["AllowedOrigin", "AllowedMethod"] },
    )
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 3 }), (CORSRule) => {
        const rules = attempt(() => parseCorsConfiguration({ CORSRule }))
        if (rules instanceof S3Error) return
        for (const { allowedOrigins, allowedHeaders, exposeHeaders } of rules)
          for (const each of [...allowedOrigins, ...allowedHeaders, ...exposeHeaders])
            validateHeaderValue("access-control-expose-headers", each)
      }),
      { numRuns: 500 },
    )
  })
})

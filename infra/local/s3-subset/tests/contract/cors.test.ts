import { GetBucketCorsCommand, PutBucketCorsCommand, PutObjectCommand } from "@aws-sdk/client-s3"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openEndpoint } from "../support/endpoint"

const here = await openEndpoint()
const { s3, bucket: Bucket, prefix, url } = here
const origin = "https://portal.example"
const rule = {
  AllowedOrigins: [origin, "https://*.test.example"],
  AllowedMethods: ["POST", "PUT"],
  AllowedHeaders: ["content-*", "x-amz-meta-a"],
  ExposeHeaders: ["ETag"],
  MaxAgeSeconds: 600,
}
afterAll(() => here.close())
beforeAll(() => s3.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [rule] } })))

const preflight = (from: string, method: string, headers = "") =>
  fetch(`${url}/${Bucket}/${prefix}cors`, {
    method: "OPTIONS",
    headers: {
      origin: from,
      "access-control-request-method": method,
      ...(headers ? { "access-control-request-headers": headers } : {}),
    },
  })

const corsOf = ({ headers }: Response) => ({
  origin: headers.get("access-control-allow-origin"),
  exposed: headers.get("access-control-expose-headers"),
})

describe("a bucket's CORS rules", () => {
  it("come back as they were put", async () => {
    const { CORSRules } = await s3.send(new GetBucketCorsCommand({ Bucket }))
    expect(CORSRules).toEqual([rule])
  })

  it("answer a preflight with what they allow", async () => {
    const answer = await preflight(origin, "PUT", "content-type, x-amz-meta-a")
    expect(answer.status).toBe(200)
    expect(corsOf(answer)).toEqual({ origin, exposed: "ETag" })
    expect(answer.headers.get("access-control-allow-headers")).toBe("content-type, x-amz-meta-a")
    expect(answer.headers.get("access-control-max-age")).toBe("600")
    expect((await preflight("https://a.test.example", "POST")).status).toBe(200)
  })

  it.each([
    ["another origin", "https://evil.example", "PUT", ""],
    ["an origin that only ends alike", "https://portal.example.evil", "PUT", ""],
    ["another method", origin, "DELETE", ""],
    ["another header", origin, "PUT", "x-other"],
  ])("refuse %s", async (_, from, method, headers) => {
    const answer = await preflight(from, method, headers)
    expect(answer.status).toBe(403)
    expect(corsOf(answer).origin).toBeNull()
  })

  it("let an allowed page read an answer and its ETag, and a refusal too", async () => {
    const signedUrl = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: `${prefix}cors` }))
    const put = (target: string, from: string) =>
      fetch(target, { method: "PUT", body: "x", headers: { origin: from } })
    expect(corsOf(await put(signedUrl, origin))).toEqual({ origin, exposed: "ETag" })
    expect(corsOf(await put(`${signedUrl}0`, origin))).toEqual({ origin, exposed: "ETag" })
    expect(corsOf(await put(signedUrl, "https://evil.example"))).toEqual({ origin: null, exposed: null })
  })
})

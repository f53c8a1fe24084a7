import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import { afterAll, describe, expect, it } from "vitest"
import { clientOf, openEndpoint, outcome, outcomeOf } from "../support/endpoint"
import { sendRaw, sendSigned, sha256Hex, sign } from "../support/raw-request"

const here = await openEndpoint()
const { s3, bucket: Bucket, prefix, url, region, credentials } = here
const Key = `${prefix}signed`
const path = `/${Bucket}/${Key}`
afterAll(() => here.close())

const minutes = (count: number) => new Date(Date.now() + count * 60_000)

const raw = async (request: Parameters<typeof sendRaw>[1], body?: string) => {
  const answer = await sendRaw(here, request, body)
  return outcomeOf(answer.status, answer.body)
}

describe("a signed header", () => {
  const put = () => new PutObjectCommand({ Bucket, Key, Body: "hello" })

  it("by an unknown key, or with another secret, is refused", async () => {
    const unknown = clientOf(url, region, { ...credentials, accessKeyId: "AKIAUNKNOWN" })
    const wrong = clientOf(url, region, { ...credentials, secretAccessKey: "wrong" })
    expect(await outcome(unknown.send(put()))).toBe("403 InvalidAccessKeyId")
    expect(await outcome(wrong.send(put()))).toBe("403 SignatureDoesNotMatch")
  })

  it("for another region is refused", async () => {
    expect(await raw({ method: "GET", path, region: "eu-west-9" })).toBe("400 AuthorizationHeaderMalformed")
  })

  it("more than a quarter of an hour off is refused", async () => {
    await s3.send(put())
    expect(await raw({ method: "GET", path, at: minutes(-14) })).toBe("accepted")
    expect(await raw({ method: "GET", path, at: minutes(-16) })).toBe("403 RequestTimeTooSkewed")
    expect(await raw({ method: "GET", path, at: minutes(16) })).toBe("403 RequestTimeTooSkewed")
  })

  it("covers every x-amz- header, the method and the path", async () => {
    const request = { method: "PUT", path }
    const unsigned = { "x-amz-meta-added": "1" }
    expect(await raw({ ...request, unsigned }, "x")).toBe("403 AccessDenied")
    const { headers } = sign(here, request)
    const moved = await sendSigned(here, { ...request, path: `${path}2` }, headers, "x")
    const deleted = await sendSigned(here, { ...request, method: "DELETE" }, headers)
    expect(outcomeOf(moved.status, moved.body)).toBe("403 SignatureDoesNotMatch")
    expect(outcomeOf(deleted.status, deleted.body)).toBe("403 SignatureDoesNotMatch")
  })

  it("holds for the body whose hash it carries, and no other", async () => {
    const request = { method: "PUT", path, payload: sha256Hex("hello") }
    expect(await raw(request, "hello")).toBe("accepted")
    expect(await raw(request, "jello")).toBe("400 XAmzContentSHA256Mismatch")
  })

  it("is needed: nobody anonymous reads or writes", async () => {
    const [got, written] = [await fetch(url + path), await fetch(url + path, { method: "PUT", body: "x" })]
    expect([got.status, written.status]).toEqual([403, 403])
  })

  it("holds for localhost as for 127.0.0.1", async () => {
    const byName = clientOf(url.replace("127.0.0.1", "localhost"), region, credentials)
    expect(await outcome(byName.send(put()))).toBe("accepted")
  })
})

describe("a presigned URL", () => {
  const send = async (signedUrl: string, init: RequestInit = {}) => {
    const answer = await fetch(signedUrl, init)
    return outcomeOf(answer.status, await answer.text())
  }
  const putUrl = (more: object = {}, options: object = {}) =>
    getSignedUrl(s3, new PutObjectCommand({ Bucket, Key, ...more }), { expiresIn: 60, ...options })

  it("puts and gets without further credentials", async () => {
    expect(await send(await putUrl(), { method: "PUT", body: "presigned" })).toBe("accepted")
    const got = await fetch(await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key })))
    expect(await got.text()).toBe("presigned")
  })

  it("ends when it expires, and does not begin before its time", async () => {
    expect(await send(await putUrl({}, { signingDate: minutes(-2) }), { method: "PUT", body: "x" })).toBe(
      "403 AccessDenied",
    )
    expect(await send(await putUrl({}, { signingDate: minutes(20) }), { method: "PUT", body: "x" })).toBe(
      "403 AccessDenied",
    )
  })

  it("holds for its key and method only", async () => {
    const signedUrl = await putUrl()
    expect(await send(signedUrl.replace("signed?", "other?"), { method: "PUT", body: "x" })).toBe(
      "403 SignatureDoesNotMatch",
    )
    expect(await send(signedUrl)).toBe("403 SignatureDoesNotMatch")
  })

  it("binds the type that it was signed with", async () => {
    const signedUrl = await putUrl(
      { ContentType: "image/png" },
      { signableHeaders: new Set(["host", "content-type"]) },
    )
    const put = (type: string) =>
      send(signedUrl, { method: "PUT", body: "x", headers: { "content-type": type } })
    expect(await put("text/html")).toBe("403 SignatureDoesNotMatch")
    expect(await put("image/png")).toBe("accepted")
  })

  it("binds the SHA-256 that it was signed with as a header", async () => {
    const ChecksumSHA256 = Buffer.from(sha256Hex("good"), "hex").toString("base64")
    const signedUrl = await putUrl(
      { ChecksumSHA256 },
      { unhoistableHeaders: new Set(["x-amz-checksum-sha256"]) },
    )
    const headers = { "x-amz-checksum-sha256": ChecksumSHA256 }
    expect(await send(signedUrl, { method: "PUT", body: "good", headers })).toBe("accepted")
    expect(await send(signedUrl, { method: "PUT", body: "evil", headers })).toBe("400 BadDigest")
    expect(await send(signedUrl, { method: "PUT", body: "good" })).toBe("403 SignatureDoesNotMatch")
  })

  it("takes no header beside those it was signed with", async () => {
    const headers = { "x-amz-meta-added": "1" }
    expect(await send(await putUrl(), { method: "PUT", body: "x", headers })).toBe("403 AccessDenied")
  })
})

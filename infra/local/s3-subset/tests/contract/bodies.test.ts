import { createHash } from "node:crypto"
import { Readable } from "node:stream"
import { crc32 } from "node:zlib"
import {
  type ChecksumAlgorithm,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3"
import { afterAll, describe, expect, it } from "vitest"
import { openEndpoint, outcome, outcomeOf } from "../support/endpoint"
import { type RawRequest, sendSigned, sign, signedChunks } from "../support/raw-request"

const here = await openEndpoint()
const { s3, bucket: Bucket, prefix } = here
afterAll(() => here.close())

const base64 = (name: string, text: string) => createHash(name).update(text).digest("base64")

const crc32Base64 = (text: string) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(crc32(text))
  return bytes.toString("base64")
}

const exists = (Key: string) => outcome(s3.send(new HeadObjectCommand({ Bucket, Key })))

describe("a checksum", () => {
  const algorithms: ChecksumAlgorithm[] = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"]

  it.each(algorithms)("%s is verified, kept and answered", async (ChecksumAlgorithm) => {
    const Key = `${prefix}sum-${ChecksumAlgorithm}`
    const sent = await s3.send(new PutObjectCommand({ Bucket, Key, Body: "hello", ChecksumAlgorithm }))
    const got = await s3.send(new GetObjectCommand({ Bucket, Key, ChecksumMode: "ENABLED" }))
    const field = `Checksum${ChecksumAlgorithm}` as "ChecksumCRC32"
    expect(await got.Body?.transformToString()).toBe("hello")
    expect(got).toHaveProperty(field, sent[field])
  })

  it.each([
    ["CRC32", { ChecksumCRC32: crc32Base64("other") }],
    ["CRC64NVME", { ChecksumCRC64NVME: "AAAAAAAAAAA=" }],
    ["SHA256", { ChecksumSHA256: base64("sha256", "other") }],
    ["MD5", { ContentMD5: base64("md5", "other") }],
  ])("%s of other bytes is refused, and nothing is stored", async (name, stated) => {
    const Key = `${prefix}bad-${name}`
    expect(await outcome(s3.send(new PutObjectCommand({ Bucket, Key, Body: "hello", ...stated })))).toBe(
      "400 BadDigest",
    )
    expect(await exists(Key)).toBe("404 NotFound")
  })

  it("that nobody stated is computed: CRC64NVME", async () => {
    const Key = `${prefix}unstated`
    const request = { method: "PUT", path: `/${Bucket}/${Key}` }
    const answer = await sendSigned(here, request, sign(here, request).headers, "123456789")
    expect(answer.headers["x-amz-checksum-crc64nvme"]).toBe("rosUhgp5mIg=")
  })
})

describe("an aws-chunked body", () => {
  it("of a stream is stored without its framing, its trailing checksum verified", async () => {
    const Key = `${prefix}streamed`
    const pieces = Array.from({ length: 40 }, (_, at) => Buffer.alloc(9_999, at))
    const ContentLength = 40 * 9_999
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: Readable.from(pieces), ContentLength }))
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }))
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(Buffer.concat(pieces))).toBe(
      true,
    )
    expect(got.ContentEncoding).toBeUndefined()
  })

  const framed = (payload: string, trailer: boolean, Key: string, sizeBytes: number): RawRequest => ({
    method: "PUT",
    path: `/${Bucket}/${Key}`,
    payload,
    headers: {
      "content-encoding": "aws-chunked",
      "x-amz-decoded-content-length": String(sizeBytes),
      ...(trailer ? { "x-amz-trailer": "x-amz-checksum-crc32" } : {}),
    },
  })
  const send = async (request: RawRequest, body: string, headers = sign(here, request).headers) => {
    const answer = await sendSigned(here, request, headers, body)
    return outcomeOf(answer.status, answer.body)
  }

  it("unsigned, with a trailing checksum of other bytes, is refused", async () => {
    const request = framed("STREAMING-UNSIGNED-PAYLOAD-TRAILER", true, `${prefix}trailer`, 5)
    const body = (text: string) => `5\r\nhello\r\n0\r\nx-amz-checksum-crc32:${crc32Base64(text)}\r\n\r\n`
    expect(await send(request, body("jello"))).toBe("400 BadDigest")
    expect(await exists(`${prefix}trailer`)).toBe("404 NotFound")
    expect(await send(request, body("hello"))).toBe("accepted")
  })

  it("that lacks its announced trailer, its end, or bytes is refused", async () => {
    const request = framed("STREAMING-UNSIGNED-PAYLOAD-TRAILER", true, `${prefix}cut`, 5)
    const trailer = `x-amz-checksum-crc32:${crc32Base64("hello")}`
    expect(await send(request, "5\r\nhello\r\n0\r\n\r\n")).toBe("400 MalformedTrailerError")
    expect(await send(request, "5\r\nhello\r\n")).toBe("400 IncompleteBody")
    expect(await send(request, `4\r\nhell\r\n0\r\n${trailer}\r\n\r\n`)).toBe("400 IncompleteBody")
    expect(await exists(`${prefix}cut`)).toBe("404 NotFound")
  })

  it.each([false, true])("signed chunk by chunk is verified as such (trailer: %s)", async (trailer) => {
    const payload = `STREAMING-AWS4-HMAC-SHA256-PAYLOAD${trailer ? "-TRAILER" : ""}`
    const request = framed(payload, trailer, `${prefix}chunks-${trailer}`, 10)
    const signed = sign(here, request)
    const sum = ["x-amz-checksum-crc32", crc32Base64("helloworld")] as const
    const body = signedChunks(signed, ["hello", "world"], trailer ? sum : undefined)
    expect(await send(request, body.replace("world", "w0rld"), signed.headers)).toBe(
      "403 SignatureDoesNotMatch",
    )
    const forged = body.replace(/(signature[:=])[0-9a-f]{64}(?!.*signature)/s, `$1${"0".repeat(64)}`)
    expect(await send(request, forged, signed.headers)).toBe("403 SignatureDoesNotMatch")
    expect(await exists(`${prefix}chunks-${trailer}`)).toBe("404 NotFound")
    expect(await send(request, body, signed.headers)).toBe("accepted")
  })

  it("refused midway gets its answer, though the client is still sending", async () => {
    const chunk = "x".repeat(1024 * 1024)
    const request = framed("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", false, `${prefix}midway`, 16 * chunk.length)
    const signed = sign(here, request)
    const body = signedChunks(
      signed,
      Array.from({ length: 16 }, () => chunk),
    ).replace("xx", "yy")
    expect(await send(request, body, signed.headers)).toBe("403 SignatureDoesNotMatch")
  })
})

import {
  CopyObjectCommand,
  type CopyObjectCommandInput,
  GetObjectCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3"
import { afterAll, describe, expect, it } from "vitest"
import { openEndpoint, outcome } from "../support/endpoint"

const here = await openEndpoint()
const { s3, bucket: Bucket, prefix } = here
afterAll(() => here.close())

const source = `${prefix}from/证据 1.png`
const CopySource = `${Bucket}/${source.split("/").map(encodeURIComponent).join("/")}`

const put = (Body: string) =>
  s3.send(new PutObjectCommand({ Bucket, Key: source, Body, ContentType: "image/png", Metadata: { a: "1" } }))

const copy = (more: Partial<CopyObjectCommandInput> = {}) =>
  s3.send(new CopyObjectCommand({ Bucket, Key: `${prefix}copied`, CopySource, ...more }))

const read = async (Key = `${prefix}copied`) => {
  const got = await s3.send(new GetObjectCommand({ Bucket, Key, ChecksumMode: "ENABLED" }))
  return { ...got, text: await got.Body?.transformToString() }
}

describe("a copy", () => {
  it("has the source's bytes, type and metadata, and outlives it", async () => {
    const { ETag } = await put("one")
    const copied = await copy()
    await put("two")
    expect(copied.CopyObjectResult?.ETag).toBe(ETag)
    expect(await read()).toMatchObject({ text: "one", ContentType: "image/png", Metadata: { a: "1" }, ETag })
  })

  it("takes its source's name encoded as a whole too", async () => {
    await put("whole")
    await copy({ CopySource: encodeURIComponent(`${Bucket}/${source}`) })
    expect((await read()).text).toBe("whole")
  })

  it("is made only of the bytes that were meant", async () => {
    const { ETag } = await put("meant")
    expect(await outcome(copy({ CopySourceIfMatch: ETag }))).toBe("accepted")
    await put("other")
    expect(await outcome(copy({ CopySourceIfMatch: ETag }))).toBe("412 PreconditionFailed")
    expect((await read()).text).toBe("meant")
  })

  it("replaces type and metadata where asked to", async () => {
    await put("replaced")
    await copy({
      MetadataDirective: "REPLACE",
      ContentType: "application/octet-stream",
      Metadata: { b: "2" },
    })
    expect(await read()).toMatchObject({ ContentType: "application/octet-stream", Metadata: { b: "2" } })
  })

  it("can be given a checksum of another kind", async () => {
    await put("hello")
    await copy({ ChecksumAlgorithm: "SHA256" })
    expect((await read()).ChecksumSHA256).toBe("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=")
  })

  it("of an object onto itself is refused, unless it changes its metadata", async () => {
    await put("self")
    expect(await outcome(copy({ Key: source }))).toBe("400 InvalidRequest")
    expect(await outcome(copy({ Key: source, MetadataDirective: "REPLACE", Metadata: { c: "3" } }))).toBe(
      "accepted",
    )
    expect(await read(source)).toMatchObject({ text: "self", Metadata: { c: "3" } })
  })

  it("of nothing is refused", async () => {
    expect(await outcome(copy({ CopySource: `${Bucket}/${prefix}absent` }))).toBe("404 NoSuchKey")
  })
})

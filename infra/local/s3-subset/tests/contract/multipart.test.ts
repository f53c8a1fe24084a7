import { createHash } from "node:crypto"
import { Readable } from "node:stream"
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3"
import { Upload } from "@aws-sdk/lib-storage"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import { afterAll, describe, expect, it } from "vitest"
import { openEndpoint, outcome } from "../support/endpoint"

const here = await openEndpoint()
const { s3, bucket: Bucket, prefix } = here
afterAll(() => here.close())

const partBytes = 5 * 1024 * 1024
const first = Buffer.alloc(partBytes, "a")
const last = Buffer.from("the end")

const begin = async (name: string, more: Partial<CreateMultipartUploadCommandInput> = {}) => {
  const Key = prefix + name
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key, ...more }))
  return { Bucket, Key, UploadId }
}

type Begun = Awaited<ReturnType<typeof begin>>

const sendPart = async (
  upload: Begun,
  PartNumber: number,
  Body: Buffer,
  more: object = {},
): Promise<CompletedPart> => {
  const { ETag, ChecksumCRC32, ChecksumSHA256 } = await s3.send(
    new UploadPartCommand({ ...upload, PartNumber, Body, ...more }),
  )
  return { PartNumber, ETag, ChecksumCRC32, ChecksumSHA256 }
}

const complete = (upload: Begun, Parts: CompletedPart[], more: object = {}) =>
  s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts }, ...more }))

const exists = ({ Key }: Begun) => outcome(s3.send(new HeadObjectCommand({ Bucket, Key })))

describe("an upload in parts", () => {
  it("becomes one object, its ETag made of the parts'", async () => {
    const upload = await begin("joined", { ContentType: "video/mp4", Metadata: { a: "1" } })
    const parts = [await sendPart(upload, 1, first), await sendPart(upload, 2, last)]
    expect(await exists(upload)).toBe("404 NotFound")
    const { ETag } = await complete(upload, parts)
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: upload.Key }))
    const md5s = [first, last].map((part) => createHash("md5").update(part).digest())
    expect(ETag).toBe(`"${createHash("md5").update(Buffer.concat(md5s)).digest("hex")}-2"`)
    expect(got).toMatchObject({ ContentType: "video/mp4", Metadata: { a: "1" }, ETag })
    expect(
      Buffer.concat([first, last]).equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0)),
    ).toBe(true)
  })

  it("by the SDK's own Upload comes back whole", async () => {
    const pieces = Array.from({ length: 120 }, (_, at) => Buffer.alloc(100_000, at))
    const params = { Bucket, Key: `${prefix}sdk`, Body: Readable.from(pieces) }
    await new Upload({ client: s3, params, queueSize: 3 }).done()
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: params.Key }))
    expect(Buffer.concat(pieces).equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(
      true,
    )
  })

  it("lists the parts that arrived, page by page, so that it can be resumed", async () => {
    const upload = await begin("listed")
    for (const number of [3, 1, 2]) await sendPart(upload, number, Buffer.from(`part ${number}`))
    const again = await sendPart(upload, 2, Buffer.from("part 2, again"))
    const one = await s3.send(new ListPartsCommand({ ...upload, MaxParts: 2 }))
    const two = await s3.send(new ListPartsCommand({ ...upload, PartNumberMarker: one.NextPartNumberMarker }))
    expect(one.IsTruncated).toBe(true)
    expect(one.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, 6],
      [2, 13],
    ])
    expect(one.Parts?.[1]?.ETag).toBe(again.ETag)
    expect(two.Parts?.map(({ PartNumber }) => PartNumber)).toEqual([3])
  })

  it("is listed by key, the oldest first, page by page, until it is aborted", async () => {
    const begun = [await begin("open/a"), await begin("open/b"), await begin("open/b")]
    const list = (more: object = {}) =>
      s3.send(new ListMultipartUploadsCommand({ Bucket, Prefix: `${prefix}open/`, ...more }))
    const { Uploads = [] } = await list()
    expect(Uploads.map(({ UploadId }) => UploadId)).toEqual(begun.map(({ UploadId }) => UploadId))
    const one = await list({ MaxUploads: 2 })
    expect([one.Uploads?.length, one.IsTruncated]).toEqual([2, true])
    const two = await list({ KeyMarker: one.NextKeyMarker, UploadIdMarker: one.NextUploadIdMarker })
    expect(two.Uploads?.map(({ UploadId }) => UploadId)).toEqual([begun[2]?.UploadId])
    for (const upload of begun) await s3.send(new AbortMultipartUploadCommand(upload))
    expect((await list()).Uploads).toBeUndefined()
  })

  it("takes a part by presigned URL, without further credentials", async () => {
    const upload = await begin("presigned")
    const url = await getSignedUrl(s3, new UploadPartCommand({ ...upload, PartNumber: 1 }), { expiresIn: 60 })
    const answer = await fetch(url, { method: "PUT", body: last })
    const { Parts } = await s3.send(new ListPartsCommand(upload))
    expect(Parts?.[0]?.ETag).toBe(answer.headers.get("etag"))
    expect(
      (await fetch(url.replace("partNumber=1", "partNumber=2"), { method: "PUT", body: last })).status,
    ).toBe(403)
  })

  it("aborted is gone", async () => {
    const upload = await begin("aborted")
    const part = await sendPart(upload, 1, last)
    await s3.send(new AbortMultipartUploadCommand(upload))
    expect(await outcome(sendPart(upload, 1, last))).toBe("404 NoSuchUpload")
    expect(await outcome(complete(upload, [part]))).toBe("404 NoSuchUpload")
  })
})

describe("a checksum of parts", () => {
  it("SHA-256 is verified for each and composed for the whole", async () => {
    const upload = await begin("composite", { ChecksumAlgorithm: "SHA256" })
    const of = (data: Buffer) => createHash("sha256").update(data).digest()
    expect(await outcome(sendPart(upload, 1, first, { ChecksumSHA256: of(last).toString("base64") }))).toBe(
      "400 BadDigest",
    )
    const sent = (number: number, data: Buffer) =>
      sendPart(upload, number, data, { ChecksumAlgorithm: "SHA256" })
    const { ChecksumSHA256, ChecksumType } = await complete(upload, [
      await sent(1, first),
      await sent(2, last),
    ])
    expect(ChecksumSHA256).toBe(`${of(Buffer.concat([of(first), of(last)])).toString("base64")}-2`)
    expect(ChecksumType).toBe("COMPOSITE")
  })

  it("CRC64NVME of the whole is what completing must state, if it states one", async () => {
    const upload = await begin("full", { ChecksumAlgorithm: "CRC64NVME" })
    const part = await sendPart(upload, 1, Buffer.from("123456789"), { ChecksumAlgorithm: "CRC64NVME" })
    expect(await outcome(complete(upload, [part], { ChecksumCRC64NVME: "AAAAAAAAAAA=" }))).toBe(
      "400 BadDigest",
    )
    const done = await complete(upload, [part], { ChecksumCRC64NVME: "rosUhgp5mIg=" })
    expect(done).toMatchObject({ ChecksumCRC64NVME: "rosUhgp5mIg=", ChecksumType: "FULL_OBJECT" })
  })
})

describe("completing", () => {
  it("is refused for parts unknown, changed, out of order or too small", async () => {
    const upload = await begin("refused")
    const [one, two] = [await sendPart(upload, 1, last), await sendPart(upload, 2, last)]
    expect(await outcome(complete(upload, [one, { ...two, PartNumber: 3 }]))).toBe("400 InvalidPart")
    expect(await outcome(complete(upload, [{ ...one, ETag: '"0"' }]))).toBe("400 InvalidPart")
    expect(await outcome(complete(upload, [two, one]))).toBe("400 InvalidPartOrder")
    expect(await outcome(complete(upload, [one, two]))).toBe("400 EntityTooSmall")
    expect(await exists(upload)).toBe("404 NotFound")
  })

  it("with If-None-Match * does not replace an object", async () => {
    const [winner, loser] = [await begin("once"), await begin("once")]
    const parts = [await sendPart(winner, 1, last), await sendPart(loser, 1, first)] as const
    await complete(winner, [parts[0]], { IfNoneMatch: "*" })
    expect(await outcome(complete(loser, [parts[1]], { IfNoneMatch: "*" }))).toBe("412 PreconditionFailed")
  })
})

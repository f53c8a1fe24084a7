import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from "@aws-sdk/client-s3"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import { afterAll, describe, expect, it } from "vitest"
import { openEndpoint, outcome } from "../support/endpoint"

const here = await openEndpoint()
const { s3, bucket: Bucket, prefix } = here
afterAll(() => here.close())

const put = (name: string, Body = "hello") =>
  s3.send(new PutObjectCommand({ Bucket, Key: prefix + name, Body }))

const read = async (Key: string, more: object = {}) => {
  const got = await s3.send(new GetObjectCommand({ Bucket, Key, ...more }))
  return { ...got, text: await got.Body?.transformToString() }
}

describe("an object", () => {
  it.each(["a b/c+ü(1)'*!.txt", "../../x", "a//b/", "证据/截图.png", "%2e%2e%2f", "?a=b&c#d"])(
    "comes back whole under the key %s",
    async (name) => {
      await put(name, name)
      expect((await read(prefix + name)).text).toBe(name)
    },
  )

  it("keeps its type, metadata, cache rules and ETag", async () => {
    const Key = `${prefix}kept`
    const kept = { ContentType: "image/png", CacheControl: "no-store", Metadata: { a: "b  c" } }
    const { ETag } = await s3.send(new PutObjectCommand({ Bucket, Key, Body: "hello", ...kept }))
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key }))
    expect(head).toMatchObject({ ...kept, ETag, ContentLength: 5, AcceptRanges: "bytes" })
    expect(ETag).toBe('"5d41402abc4b2a76b9719d911017c592"')
  })

  it("is replaced by the next put of its key", async () => {
    await put("replaced", "one")
    await put("replaced", "two")
    expect((await read(`${prefix}replaced`)).text).toBe("two")
  })

  it("is gone once deleted, and deleting it again is no error", async () => {
    await put("gone")
    await s3.send(new DeleteObjectCommand({ Bucket, Key: `${prefix}gone` }))
    await s3.send(new DeleteObjectCommand({ Bucket, Key: `${prefix}gone` }))
    expect(await outcome(read(`${prefix}gone`))).toBe("404 NoSuchKey")
    expect(await outcome(s3.send(new HeadObjectCommand({ Bucket, Key: `${prefix}gone` })))).toBe(
      "404 NotFound",
    )
  })
})

describe("a read", () => {
  it.each([
    ["bytes=1-2", "el", "bytes 1-2/5"],
    ["bytes=3-", "lo", "bytes 3-4/5"],
    ["bytes=-2", "lo", "bytes 3-4/5"],
    ["bytes=0-99", "hello", "bytes 0-4/5"],
  ])("of %s answers just those bytes", async (Range, text, ContentRange) => {
    await put("ranged")
    expect(await read(`${prefix}ranged`, { Range })).toMatchObject({
      text,
      ContentRange,
      ContentLength: text.length,
    })
  })

  it("of a range beyond the end is refused", async () => {
    await put("ranged")
    expect(await outcome(read(`${prefix}ranged`, { Range: "bytes=5-" }))).toBe("416 InvalidRange")
  })

  it("answers only what its conditions allow", async () => {
    const { ETag } = await put("conditional")
    const Key = `${prefix}conditional`
    expect((await read(Key, { IfMatch: ETag })).text).toBe("hello")
    expect(await outcome(read(Key, { IfMatch: '"other"' }))).toBe("412 PreconditionFailed")
    expect((await read(Key, { IfNoneMatch: '"other"' })).text).toBe("hello")
    expect(await outcome(read(Key, { IfNoneMatch: ETag }))).toMatch(/^304/)
  })

  it("by presigned URL can be given another type and disposition", async () => {
    await put("overridden")
    const override = {
      ResponseContentType: "text/plain",
      ResponseContentDisposition: 'attachment; filename="a.txt"',
    }
    const url = await getSignedUrl(
      s3,
      new GetObjectCommand({ Bucket, Key: `${prefix}overridden`, ...override }),
    )
    const answer = await fetch(url)
    expect(answer.headers.get("content-type")).toBe(override.ResponseContentType)
    expect(answer.headers.get("content-disposition")).toBe(override.ResponseContentDisposition)
    expect(await answer.text()).toBe("hello")
  })
})

describe("a conditional write", () => {
  it("with If-None-Match * lets one of many racers win", async () => {
    const racers = Array.from({ length: 8 }, (_, at) =>
      outcome(
        s3.send(
          new PutObjectCommand({ Bucket, Key: `${prefix}race`, Body: `racer ${at}`, IfNoneMatch: "*" }),
        ),
      ),
    )
    const outcomes = await Promise.all(racers)
    const winner = outcomes.indexOf("accepted")
    expect(outcomes.filter((each) => each === "accepted")).toHaveLength(1)
    expect(
      outcomes.filter((each) => /^(412 PreconditionFailed|409 ConditionalRequestConflict)$/.test(each)),
    ).toHaveLength(7)
    expect((await read(`${prefix}race`)).text).toBe(`racer ${winner}`)
  })

  it("with If-Match replaces only what was read", async () => {
    const { ETag } = await put("matched", "one")
    const write = (IfMatch?: string) =>
      outcome(s3.send(new PutObjectCommand({ Bucket, Key: `${prefix}matched`, Body: "two", IfMatch })))
    expect(await write(ETag)).toBe("accepted")
    expect(await write(ETag)).toBe("412 PreconditionFailed")
  })
})

describe("a list", () => {
  it("pages through the keys of a prefix in order", async () => {
    const names = ["a", "a/b", "b", "c", "ü", "证"]
    for (const name of names) await put(`list/${name}`, name)
    await put("list2")
    const found: string[] = []
    let ContinuationToken: string | undefined
    do {
      const command = new ListObjectsV2Command({
        Bucket,
        Prefix: `${prefix}list/`,
        MaxKeys: 4,
        ContinuationToken,
      })
      const page = await s3.send(command)
      found.push(...(page.Contents ?? []).map(({ Key = "" }) => Key.slice(prefix.length + 5)))
      expect(page.KeyCount).toBeLessThanOrEqual(4)
      ContinuationToken = page.NextContinuationToken
    } while (ContinuationToken)
    expect(found).toEqual(names)
  })

  it("shows no deleted key", async () => {
    await put("shown/one")
    await put("shown/two")
    await s3.send(new DeleteObjectCommand({ Bucket, Key: `${prefix}shown/one` }))
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: `${prefix}shown/` }))
    expect(Contents?.map(({ Key, Size }) => [Key, Size])).toEqual([[`${prefix}shown/two`, 5]])
  })
})

import { createHash } from "node:crypto"
import { buffer } from "node:stream/consumers"
import { describe, expect, it } from "vitest"
import {
  abortMultipart,
  completeMultipart,
  createMultipart,
  findMultipart,
  listMultiparts,
} from "@/lib/store/objects/multipart"
import { listParts, type MultipartUpload, presignPart } from "@/lib/store/objects/parts"
import { getObject } from "@/lib/store/objects/read"
import { putObject } from "@/lib/store/objects/write"
import { inSmallPages } from "@/tests/support/small-pages"

const partBytes = 5 * 1024 ** 2
const first = new Uint8Array(partBytes).fill(1)
const last = new Uint8Array(7).fill(2)
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

const send = async (upload: MultipartUpload, number: number, bytes: Uint8Array<ArrayBuffer>) => {
  const part = { number, sizeBytes: bytes.length, sha256: hash(bytes) }
  const { url, headers } = await presignPart(upload, part, 60)
  expect((await fetch(url, { method: "PUT", headers, body: bytes })).status).toBe(200)
}

const sent = async (key: string) => {
  const upload = await createMultipart(key)
  await Promise.all([send(upload, 2, last), send(upload, 1, first)])
  return { upload, parts: await listParts(upload) }
}
const wholeBytes = partBytes + last.length

describe("an upload in parts", () => {
  it("lists what came, in order, with size and hash", async () => {
    const { parts } = await sent("parts/listed")
    expect(parts.map(({ eTag: _, ...part }) => part)).toEqual([
      { number: 1, sizeBytes: partBytes, sha256: hash(first) },
      { number: 2, sizeBytes: last.length, sha256: hash(last) },
    ])
  })

  it("lists its parts over all pages", async () => {
    const upload = await createMultipart("parts/many")
    for (const number of [5, 4, 3, 2, 1]) await send(upload, number, last)
    const parts = await inSmallPages(() => listParts(upload))
    expect(parts.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  })

  it("is completed once; a second time, also at once, is not needed", async () => {
    const { upload, parts } = await sent("parts/completed")
    const complete = () => completeMultipart(upload, parts, wholeBytes)
    const outcomes = await Promise.all([complete(), complete()])
    expect(outcomes).toContain("completed")
    expect(await complete()).toBe("not-needed")
    const { body } = await getObject("parts/completed")
    expect(hash(await buffer(body))).toBe(hash(Buffer.concat([first, last])))
    expect(await findMultipart("parts/completed")).toBeUndefined()
  })

  it("is not needed where an object stands", async () => {
    const { upload, parts } = await sent("parts/taken")
    await putObject("parts/taken", Buffer.from("first"), "text/plain")
    expect(await completeMultipart(upload, parts, wholeBytes)).toBe("not-needed")
    expect((await buffer((await getObject("parts/taken")).body)).toString()).toBe("first")
  })

  it("is refused with parts that are not the stored ones", async () => {
    const { upload, parts } = await sent("parts/wrong")
    const wrong = parts.map((part) => ({ ...part, eTag: '"0"' }))
    await expect(completeMultipart(upload, wrong, wholeBytes)).rejects.toMatchObject({ name: "InvalidPart" })
  })

  it("is found by its very key, of two the older one", async () => {
    const older = await createMultipart("parts/found")
    await createMultipart("parts/found-not")
    await createMultipart("parts/found")
    expect(await findMultipart("parts/found")).toMatchObject(older)
    expect(await findMultipart("parts/foun")).toBeUndefined()
  })

  it("is gone when aborted, and aborting it again is no failure", async () => {
    const { upload } = await sent("aborted/once")
    await abortMultipart(upload)
    await abortMultipart(upload)
    expect([await listParts(upload), await findMultipart("aborted/once")]).toEqual([[], undefined])
  })

  it("is listed with all others below a prefix, over all pages", async () => {
    const keys = ["all/1", "all/2", "all/3", "all/3", "all/3", "all/4"]
    for (const key of [...keys, "all"]) await createMultipart(key)
    const listed: string[] = []
    await inSmallPages(async () => {
      for await (const { key, createdAt } of listMultiparts("all/")) {
        expect(Math.abs(Date.now() - Date.parse(createdAt))).toBeLessThan(60_000)
        listed.push(key)
      }
    })
    expect(listed).toEqual(keys)
  })
})

import { createHash, randomBytes } from "node:crypto"
import { rmSync } from "node:fs"
import { request } from "node:http"
import { Readable } from "node:stream"
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3"
import { createPresignedPost } from "@aws-sdk/s3-presigned-post"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import { afterAll, describe, expect, it } from "vitest"
import { clientOf, embedded, external, filesOf, newFolder } from "../support/endpoint"
import { exitOf, runS3, spawnS3, storeOf } from "../support/process"

const Bucket = "durable"
const { region, credentials } = embedded
const sha256 = (data: Uint8Array) => createHash("sha256").update(data).digest("hex")

const open = async (dataDir: string) => {
  const server = await runS3(dataDir)
  return { ...server, s3: clientOf(server.url, region, credentials) }
}

/** Uploads without a pause until the server is gone; answers what was acknowledged. */
const uploadUntilGone = async (s3: S3Client, worker: number, acknowledged: Map<string, string>) => {
  for (let at = 0; ; at++) {
    const [Key, Body] = [`${worker}/${at}`, randomBytes(1 + Math.floor(Math.random() * 300_000))]
    try {
      await s3.send(new PutObjectCommand({ Bucket, Key, Body }))
    } catch {
      return
    }
    acknowledged.set(Key, sha256(Body))
  }
}

const eventKeys = async (url: string): Promise<string[]> => {
  const keys: string[] = []
  for (let after = 0; ; ) {
    const answer = await fetch(`${url}/-/events?limit=1000&after=${after}`, {
      headers: { authorization: `Bearer ${credentials.secretAccessKey}` },
    })
    const { events } = (await answer.json()) as {
      events: { seq: number; record: { s3: { object: { key: string } } } }[]
    }
    if (events.length === 0) return keys
    keys.push(...events.map(({ record }) => record.s3.object.key))
    after = events.at(-1)?.seq ?? after
  }
}

describe.skipIf(external)("a server killed at any moment", { timeout: 120_000 }, () => {
  const dataDir = newFolder()
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  it("has every object that it acknowledged, whole, with its event, and nothing left over", async () => {
    const acknowledged = new Map<string, string>()
    for (const round of [0, 1, 2]) {
      const { s3, kill } = await open(dataDir)
      if (round === 0) await s3.send(new CreateBucketCommand({ Bucket }))
      const enough = acknowledged.size + 20
      const workers = [0, 1, 2, 3].map((worker) => uploadUntilGone(s3, round * 4 + worker, acknowledged))
      await expect.poll(() => acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(enough)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 600))
      await kill()
      await Promise.all(workers)
    }
    expect(acknowledged.size).toBeGreaterThan(50)

    const { s3, url, kill } = await open(dataDir)
    const keysOfEvents = await eventKeys(url)
    const lost: string[] = []
    for (const [Key, hash] of acknowledged) {
      const got = await s3.send(new GetObjectCommand({ Bucket, Key }))
      if (sha256((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0)) !== hash) lost.push(Key)
    }
    expect(lost).toEqual([])
    expect(new Set(keysOfEvents).size).toBe(keysOfEvents.length)
    expect([...acknowledged.keys()].filter((key) => !keysOfEvents.includes(key))).toEqual([])
    expect(filesOf(storeOf(dataDir))).toEqual({ incoming: 0, blobs: keysOfEvents.length })
    await kill()
  })
})

describe.skipIf(external)("the server as a process", { timeout: 120_000 }, () => {
  const dataDir = newFolder()
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  const sendHalf = (url: string, method: string, headers: Record<string, string | number>, half: Buffer) =>
    new Promise<void>((resolve) => {
      const sending = request(url, { method, headers }).on("error", () => {})
      sending.on("close", resolve)
      sending.write(half, () => setTimeout(() => sending.destroy(), 100))
    })

  it("keeps nothing of a client that goes away in mid-body", async () => {
    const { s3, url, kill } = await open(dataDir)
    await s3.send(new CreateBucketCommand({ Bucket }))
    const put = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: "half" }))
    await sendHalf(put, "PUT", { "content-length": 1_000_000 }, Buffer.alloc(500_000))

    const { fields } = await createPresignedPost(s3, { Bucket, Key: "half" })
    const parts = Object.entries({ ...fields }).map(
      ([n, v]) => `--b\r\ncontent-disposition: form-data; name="${n}"\r\n\r\n${v}\r\n`,
    )
    const file = `--b\r\ncontent-disposition: form-data; name="file"; filename="f"\r\n\r\nall of it, but not the form's end\r\n--b\r\n`
    const headers = { "content-type": "multipart/form-data; boundary=b", "content-length": 1_000_000 }
    await sendHalf(`${url}/${Bucket}`, "POST", headers, Buffer.from(parts.join("") + file))

    await expect.poll(() => filesOf(storeOf(dataDir)), { timeout: 30_000 }).toEqual({ incoming: 0, blobs: 0 })
    expect(await eventKeys(url)).toEqual([])
    await kill()
  })

  it("does not grow with what passes through it", async () => {
    const { s3, kill, peakMemoryBytes } = await open(dataDir)
    const [chunk, count] = [Buffer.alloc(1024 * 1024, "x"), 256]
    await s3.send(new PutObjectCommand({ Bucket, Key: "warm", Body: chunk }))
    const before = peakMemoryBytes()
    const Body = Readable.from(
      (function* () {
        for (let at = 0; at < count; at++) yield chunk
      })(),
    )
    await s3.send(new PutObjectCommand({ Bucket, Key: "large", Body, ContentLength: count * chunk.length }))
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: "large" }))
    let sizeBytes = 0
    for await (const piece of got.Body as Readable) sizeBytes += piece.length
    expect(sizeBytes).toBe(count * chunk.length)
    expect(peakMemoryBytes() - before).toBeLessThan(96 * 1024 * 1024)
    await kill()
  })

  it("explains that its port is taken and fails, and ends with 0 on SIGTERM", async () => {
    const { child, url } = await open(dataDir)
    const other = newFolder()
    const second = spawnS3(other, Number(new URL(url).port))
    const errors: string[] = []
    second.stderr?.on("data", (data: Buffer) => errors.push(String(data)))
    expect(await exitOf(second)).toBe(1)
    expect(errors.join("")).toMatch(/port \d+ is taken/)
    rmSync(other, { recursive: true })
    child.kill("SIGTERM")
    expect(await exitOf(child)).toBe(0)
  })
})

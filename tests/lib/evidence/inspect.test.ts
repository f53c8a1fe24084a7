import { deflateRawSync } from "node:zlib"
import { HeadObjectCommand } from "@aws-sdk/client-s3"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { announceEvidence, announceFiles, completeEvidence, evidenceOf, openOriginal } from "@/lib/evidence"
import { sealedKey } from "@/lib/evidence/evidence"
import type { TipId } from "@/lib/kernel/id"
import { handler } from "@/lib/pipeline/inspect-evidence"
import { followTip } from "@/lib/reporter"
import { s3 } from "@/lib/store/objects/client"
import { listObjects } from "@/lib/store/objects/read"
import { getTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { zipOf } from "@/tests/support/files/zip"
import { as, reporterOf } from "@/tests/support/people"
import { copyOf, draw } from "@/tests/support/sealed"
import { arrivedKey, inspect, messageOf, send, sha256Of } from "@/tests/support/upload"

const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#c00" } })
  .png()
  .withExif({ IFD0: { Artist: "secret photographer" } })
  .toBuffer()
const text = new TextEncoder().encode("plain words\n")

const announcing = async (said: { name: string; sizeBytes: number; sha256?: string }) => {
  const { tipId, uploads } = await submitted({ evidence: [said] })
  const [upload] = uploads
  if (!upload) throw new Error("no upload")
  return { tipId, upload }
}
const first = async (tipId: TipId) => (await evidenceOf(tipId))[0]
const Bucket = process.env.EVIDENCE_BUCKET

describe("an uploaded file", () => {
  it("that is what it was said to be is verified, sealed and shown only as a clean copy", async () => {
    const { tipId, upload } = await announcing({
      name: "screen.png",
      sizeBytes: png.length,
      sha256: sha256Of(png),
    })
    expect((await send(upload, "screen.png", png)).status).toBe(201)
    expect(await inspect(upload, "screen.png")).toBe("verified")
    const ids = { tipId, evidenceId: upload.evidenceId }
    expect(await first(tipId)).toMatchObject({
      state: "verified",
      stored: { name: "screen.png", type: "image/png", sizeBytes: png.length, sha256: sha256Of(png) },
    })
    const sealed = await s3.send(new HeadObjectCommand({ Bucket, Key: sealedKey(ids) }))
    expect(sealed.ObjectLockMode).toBe("GOVERNANCE")
    expect(sealed.ETag).toBeDefined()
    expect(await draw(ids)).toBe(true)
    expect(await first(tipId)).toMatchObject({ hasPreview: true })
    const metadata = await sharp(await copyOf(ids)).metadata()
    expect(metadata).toMatchObject({ format: "webp", width: 40, height: 30 })
    expect(metadata.exif).toBeUndefined()
  })

  it("inspected again, by any number of deliveries, stays as it is", async () => {
    const { tipId, upload } = await announcing({ name: "notes.txt", sizeBytes: text.length })
    await send(upload, "notes.txt", text)
    const message = messageOf(arrivedKey(upload, "notes.txt"))
    await Promise.all([handler(message), handler(message)])
    expect(await handler(message)).toEqual({ batchItemFailures: [] })
    const { events } = await getTip(as("mei"), { tipId })
    expect(events.filter(({ type }) => type === "evidence.verified")).toHaveLength(1)
  })

  it("of another size than announced is not even taken by the store", async () => {
    const { tipId, upload } = await announcing({ name: "notes.txt", sizeBytes: text.length - 2 })
    const response = await send(upload, "notes.txt", text)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain("EntityTooLarge")
    expect(await first(tipId)).toMatchObject({ state: "announced" })
  })

  it("of another hash than announced is not even taken by the store", async () => {
    const { upload } = await announcing({ name: "notes.txt", sizeBytes: text.length, sha256: sha256Of(png) })
    const response = await send(upload, "notes.txt", text)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain("BadDigest")
  })

  it.each([
    ["photo.png", text, "text/plain"],
    ["notes.txt", png, "image/png"],
    ["screen.jpg (1)", png, "image/png"],
    ["screen\u200e", png, "image/png"],
    ["截图．jpg", png, "image/png"],
    ["program.exe", Buffer.from("MZ\x90\0\x03\0\0\0\x04\0", "latin1"), "application/x-msdownload"],
    [
      "app.apk",
      zipOf("classes.dex", Buffer.from("dex"), deflateRawSync),
      "application/vnd.android.package-archive",
    ],
    ["page.html", Buffer.from("<!DOCTYPE html><script>"), "text/html"],
    ["no idea", Buffer.from([1, 2, 3, 255, 0, 7]), "unknown"],
  ])("%s is sealed as what its bytes are, and opened by two persons only", async (name, bytes, type) => {
    const { tipId, upload } = await announcing({ name, sizeBytes: bytes.length })
    await send(upload, name, bytes)
    expect(await inspect(upload, name)).toBe("verified")
    expect(await first(tipId)).toMatchObject({ state: "verified", stored: { name, type } })
    const { evidence } = await followTip(reporterOf(tipId), {})
    expect(evidence).toMatchObject([{ name, type }])
    const ids = { tipId, evidenceId: upload.evidenceId }
    await expect(openOriginal(as("mei"), { ...ids, reason: "to look" })).rejects.toMatchObject({
      reason: "second-person",
    })
  })

  it("is refused only where it is empty, and nothing of it is opened", async () => {
    const { tipId } = await submitted()
    const upload = await announceEvidence(reporterOf(tipId), { tipId })
    await send(upload, "empty.png", Buffer.alloc(0))
    expect(await inspect(upload, "empty.png")).toBe("rejected")
    expect(await first(tipId)).toMatchObject({ state: "rejected", rejection: "empty" })
    const ids = { tipId, evidenceId: upload.evidenceId }
    await expect(openOriginal(as("mei"), { ...ids, reason: "to look" })).rejects.toMatchObject({
      code: "conflict",
    })
  })

  it("has one place, whatever it is called as it is sent", async () => {
    const { tipId, upload } = await announcing({ name: "screen.png", sizeBytes: png.length })
    for (let at = 0; at < 40; at++) await send(upload, `${at}.png`, png)
    const keys: string[] = []
    for await (const { key } of listObjects(`incoming/${tipId}/`)) keys.push(key)
    expect(keys).toEqual([arrivedKey(upload, "screen.png")])
  })

  it("is the first that was sealed: what a permission lets in afterwards is dropped and counts nowhere", async () => {
    const { tipId } = await submitted()
    const upload = await announceEvidence(reporterOf(tipId), { tipId })
    const names = Array.from({ length: 5 }, (_, at) => `${at}.png`)
    for (const name of names) await send(upload, name, png)
    for (const name of names) expect(await inspect(upload, name)).toBe("verified")
    await send(upload, "late.txt", text)
    expect(await inspect(upload, "late.txt")).toBe("verified")
    expect(await inspect(upload, "0.png")).toBe("verified")
    const keys: string[] = []
    for await (const { key } of listObjects(`incoming/${tipId}/`)) keys.push(key)
    expect(keys).toEqual([])
    expect(await evidenceOf(tipId)).toMatchObject([{ state: "verified", stored: { name: "0.png" } }])
    const { tip } = await getTip(as("mei"), { tipId })
    expect(tip.evidenceCount).toBeLessThanOrEqual(1)
  })

  it("of a form without JavaScript is known by what arrives", async () => {
    const { tipId } = await submitted()
    const upload = await announceEvidence(reporterOf(tipId), { tipId })
    await send(upload, "截图 1.png", png)
    expect(await inspect(upload, "截图 1.png")).toBe("verified")
    expect((await first(tipId))?.stored?.name).toBe("截图 1.png")
  })

  it("that looks like an image but does not decode is kept, without a preview", async () => {
    const broken = Buffer.concat([png.subarray(0, 60), Buffer.alloc(40, 7)])
    const { tipId, upload } = await announcing({ name: "broken.png", sizeBytes: broken.length })
    await send(upload, "broken.png", broken)
    expect(await inspect(upload, "broken.png")).toBe("verified")
    expect(await draw({ tipId, evidenceId: upload.evidenceId })).toBe(false)
    expect(await first(tipId)).toMatchObject({ hasPreview: false })
  })

  it("sent with an altered policy is refused", async () => {
    const { upload } = await announcing({ name: "notes.txt", sizeBytes: text.length })
    expect((await send(upload, "notes.txt", text, { key: "incoming/tip_other/evd_other/x" })).status).toBe(
      403,
    )
    const policy = JSON.parse(Buffer.from(upload.fields.Policy ?? "", "base64").toString())
    policy.expiration = "2999-01-01T00:00:00Z"
    const Policy = Buffer.from(JSON.stringify(policy)).toString("base64")
    expect((await send(upload, "notes.txt", text, { Policy })).status).toBe(403)
  })

  it("is not complete before it is there, and never for another's tip", async () => {
    const { tipId, upload } = await announcing({ name: "notes.txt", sizeBytes: text.length })
    const { evidenceId } = upload
    const complete = (owner: string) => completeEvidence(reporterOf(owner), { tipId, evidenceId })
    await expect(complete(tipId)).rejects.toMatchObject({ code: "conflict", reason: "evidence-not-arrived" })
    await expect(complete("tip_other")).rejects.toMatchObject({ code: "forbidden" })
    await send(upload, "notes.txt", text)
    expect(await complete(tipId)).toEqual({ state: "uploaded" })
    await inspect(upload, "notes.txt")
    expect(await complete(tipId)).toEqual({ state: "verified" })
  })

  it("is one of twenty at most", async () => {
    const evidence = Array.from({ length: 21 }, (_, n) => ({ name: `${n}.txt`, sizeBytes: 1 }))
    await expect(submitted({ evidence })).rejects.toMatchObject({
      issues: [{ path: ["evidence"], rule: "too-many" }],
    })
    const { tipId } = await submitted({ evidence: evidence.slice(0, 20) })
    const more = announceEvidence(reporterOf(tipId), { tipId })
    await expect(more).rejects.toMatchObject({ issues: [{ path: ["evidence"], rule: "too-many" }] })

    const slots = await submitted()
    const open = () => announceEvidence(reporterOf(slots.tipId), { tipId: slots.tipId })
    const used = await open()
    for (let at = 1; at < 20; at++) await open()
    await expect(open()).rejects.toMatchObject({ issues: [{ path: ["evidence"], rule: "too-many" }] })
    await send(used, "came.txt", Buffer.from("came"))
    const announce = (count: number) =>
      announceFiles(reporterOf(slots.tipId), { tipId: slots.tipId, evidence: evidence.slice(0, count) })
    await expect(announce(20)).rejects.toMatchObject({ issues: [{ rule: "too-many" }] })
    expect(await announce(19)).toHaveLength(19)
    expect(await evidenceOf(slots.tipId)).toHaveLength(20)
  })
})

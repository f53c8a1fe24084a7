import { deflateRawSync, gzipSync } from "node:zlib"
import { afterAll, describe, expect, it } from "vitest"
import { announceEvidence, evidenceOf } from "@/lib/evidence"
import { sealedKey } from "@/lib/evidence/evidence"
import { handler } from "@/lib/pipeline/inspect-evidence"
import { handler as drawAll } from "@/lib/pipeline/preview-evidence"
import { followTip } from "@/lib/reporter"
import { submitted } from "@/tests/support/factory"
import * as bombs from "@/tests/support/files/bombs"
import { video } from "@/tests/support/files/fixture"
import { pdfOf } from "@/tests/support/files/pdf"
import { samples } from "@/tests/support/files/samples"
import { zipOf } from "@/tests/support/files/zip"
import { reporterOf } from "@/tests/support/people"
import { draw } from "@/tests/support/sealed"
import { settled } from "@/tests/support/settled"
import { arrivedKey, messageOf, send } from "@/tests/support/upload"

const of = (ending: string) => samples.find(([one]) => one === ending)?.[1] ?? Buffer.alloc(0)
const zeros = Buffer.alloc(200_000_000)
const script = Buffer.from("/*'<script>alert(1)</script>*/")
const svg = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="99999" height="99999"><script>1</script></svg>`,
)

const hugeWebp = await bombs.hugeWebp()

const shown = { state: "verified", hasPreview: true }
const notShown = { state: "verified", hasPreview: false }

afterAll(() => {
  // In kB, of this process, in which nothing is drawn any more.
  expect(process.resourceUsage().maxRSS).toBeLessThan(600 * 1_024)
})

describe("a file that would swell", () => {
  it.each([
    ["huge.png", bombs.hugePng],
    ["huge.gif", bombs.hugeGif],
    ["huge.webp", hugeWebp],
    ["huge.avif", bombs.hugeAvif],
    ["huge.heic", bombs.avifAsHeic],
    ["huge.webm", bombs.hugeVp8()],
    ["headers.mp4", bombs.headersMp4],
    ["nested.mp4", bombs.nestedMp4],
    ["endless.pdf", bombs.endlessPdf],
    ["archive.zip", zipOf("zeros", zeros, deflateRawSync)],
    ["capture.gz", gzipSync(zeros)],
  ])("%s is kept as it is, without a preview", async (name, bytes) => {
    expect(await settled(name, bytes)).toMatchObject(notShown)
  })

  it.each([
    ["remark.png", bombs.remarkPng],
    ["long.gif", bombs.longGif],
    ["void.mkv", bombs.voidMkv()],
    ["self.pdf", bombs.selfDrawnPdf],
    ["script.pdf", bombs.scriptedPdf],
  ])("%s is drawn as far as it is harmless", async (name, bytes) => {
    expect(await settled(name, bytes)).toMatchObject(shown)
  })
})

describe("a file that is two things", () => {
  it.each([
    ["page.gif", Buffer.concat([of("gif"), script])],
    ["page.jpg", Buffer.concat([of("jpg"), Buffer.from("<html>"), script])],
    ["archive.png", Buffer.concat([of("png"), of("zip")])],
    ["archive.pdf", Buffer.concat([pdfOf(["One"]), of("zip")])],
    ["archive.mp4", Buffer.concat([video("h264.mp4"), of("zip")])],
  ])("%s is shown as what its first bytes say", async (name, bytes) => {
    expect(await settled(name, bytes)).toMatchObject(shown)
  })

  it("is never drawn as the other: what only begins like a picture is a text, or nothing", async () => {
    const gif = Buffer.concat([Buffer.from("GIF89a"), svg])
    expect(await settled("drawn.gif", gif)).toMatchObject({ ...shown, previewType: "text/plain" })
    const webp = Buffer.concat([Buffer.from("RIFF\xf0\0\0\0WEBPVP8 ", "latin1"), svg])
    expect(await settled("drawn.webp", webp)).toMatchObject(notShown)
  })

  it.each([
    ["drawn.png", svg, "image/svg+xml"],
    ["video.jpg", video("h264.mp4"), "video/mp4"],
    ["letter.zip", pdfOf(["One"]), "application/pdf"],
    ["archive.txt", of("zip"), "application/zip"],
    ["picture.svg", svg, "image/svg+xml"],
    ["page.png.html", of("png"), "image/png"],
    ["without-ending", of("png"), "image/png"],
  ])("%s is kept as what its bytes are", async (name, bytes, type) => {
    expect(await settled(name, bytes)).toMatchObject({ state: "verified", stored: { type } })
  })

  it("is refused where it has no bytes at all", async () => {
    expect(await settled("nothing.png", Buffer.alloc(0))).toMatchObject({
      state: "rejected",
      rejection: "empty",
    })
  })
})

describe("a form sent without a file", () => {
  it("comes to an end like any other", async () => {
    const { tipId } = await submitted()
    const upload = await announceEvidence(reporterOf(tipId), { tipId })
    expect((await send(upload, "", Buffer.alloc(0))).status).toBe(201)
    await handler(messageOf(arrivedKey(upload, "")))
    expect(await evidenceOf(tipId)).toMatchObject([{ state: "rejected", rejection: "empty" }])
    expect((await followTip(reporterOf(tipId), {})).evidence[0]?.name).toBeUndefined()
  })
})

describe("a file's name", () => {
  it.each([
    "..\\..\\evil.png",
    "....//....png",
    "%2e%2e%2fevil.png",
    "${filename}.png",
    "a\u202egnp.png",
    "b'\"<img src=x>.png",
    `${"长".repeat(80)}.png`,
    ".png",
  ])("%s leads nowhere but to the file's own place", async (name) => {
    const { tipId } = await submitted()
    const announcement = { name, sizeBytes: of("png").length }
    const upload = await announceEvidence(reporterOf(tipId), { tipId, announcement })
    expect((await send(upload, "screen.png", of("png"))).status).toBe(201)
    await handler(messageOf(arrivedKey(upload, "screen.png")))
    await draw({ tipId, evidenceId: upload.evidenceId })
    expect(await evidenceOf(tipId)).toMatchObject([{ ...shown, stored: { name } }])
  })
})

describe("files after a hostile one", () => {
  it("are inspected as if it had not been there", async () => {
    const { tipId } = await submitted()
    const keys: string[] = []
    const sealed: string[] = []
    for (const [name, bytes] of [
      ["huge.webm", bombs.hugeVp8()],
      ["endless.pdf", bombs.endlessPdf],
      ["screen.png", of("png")],
    ] as const) {
      const upload = await announceEvidence(reporterOf(tipId), { tipId })
      await send(upload, name, bytes)
      keys.push(arrivedKey(upload, name))
      sealed.push(sealedKey({ tipId, evidenceId: upload.evidenceId }))
    }
    expect(await handler(messageOf(...keys))).toEqual({ batchItemFailures: [] })
    expect(await evidenceOf(tipId)).toMatchObject(keys.map(() => ({ state: "verified" })))
    expect(await drawAll(messageOf(...sealed))).toEqual({ batchItemFailures: [] })
    expect(await evidenceOf(tipId)).toMatchObject([notShown, notShown, shown])
  })
})

import { readFile } from "node:fs/promises"
import { Readable } from "node:stream"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { findEvidence, previewText } from "@/lib/evidence"
import { drawnInProcess, type Limits, TooMuchMemory } from "@/lib/evidence/preview/process"
import { fixture } from "@/tests/support/files/fixture"
import { pdfBomb, pdfOf } from "@/tests/support/files/pdf"
import { copyOf, drawnFile } from "@/tests/support/sealed"

const limits: Limits = { msMax: 30_000, cpuMsMax: 30_000, memoryBytesMax: 300 * 1024 ** 2 }
const drawnAs = async (kind: string, bytes: Uint8Array, change: Partial<Limits> = {}, options = {}) => {
  const copy = await drawnInProcess(
    { kind, options: { pixelsMax: 1e8, ...options } },
    { body: Readable.from([Buffer.from(bytes)]), sizeBytes: bytes.length },
    { ...limits, ...change },
  )
  return copy.bytes
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#fff" } }).png({ compressionLevel: 9 })

describe("a PDF", () => {
  it("is shown as a picture of its first three pages", async () => {
    const { ids } = await drawnFile("letter.pdf", pdfOf(["One", "Two", "Three", "Four"]))
    expect(await findEvidence(ids)).toMatchObject({ hasPreview: true, stored: { type: "application/pdf" } })
    expect(await sharp(await copyOf(ids)).metadata()).toMatchObject({
      format: "webp",
      width: 600,
      height: 3 * 800 + 2 * 16,
    })
  })

  it("of any page size is drawn in bounded size", async () => {
    for (const size of ["14400 14400", "1 14400", "0.001 0.001"]) {
      const page = await drawnAs("pdf", pdfOf(["Wide"], size)).catch(() => undefined)
      if (!page) continue
      const { width, height } = await sharp(page).metadata()
      expect(Math.max(width, height)).toBeLessThanOrEqual(1_600)
    }
  })

  it("that is broken off, or an archive besides, ends in a state without a preview or with one", async () => {
    const whole = pdfOf(["One"])
    const broken = await drawnFile("broken.pdf", whole.subarray(0, 120))
    expect(await findEvidence(broken.ids)).toMatchObject({ state: "verified", hasPreview: false })
    const polyglot = await drawnFile("both.pdf", Buffer.concat([whole, Buffer.from("PK\x03\x04 and more")]))
    expect(await findEvidence(polyglot.ids)).toMatchObject({ state: "verified", hasPreview: true })
  })

  it("that swells is given up before it takes the machine", async () => {
    const swelling = drawnAs("pdf", pdfBomb(400), { memoryBytesMax: 150 * 1024 ** 2 })
    await expect(swelling).rejects.toThrow(TooMuchMemory)
  })
})

describe("a picture", () => {
  it("of huge dimensions has no preview, and does no harm", async () => {
    const bomb = await plain(16_000, 16_000).toBuffer()
    expect(bomb.length).toBeLessThan(3_000_000)
    const { ids } = await drawnFile("bomb.png", bomb)
    expect(await findEvidence(ids)).toMatchObject({ state: "verified", hasPreview: false })
  })

  it("that is a page of script besides is shown as its pixels alone", async () => {
    const png = await plain(20, 10).toBuffer()
    const { ids } = await drawnFile(
      "both.png",
      Buffer.concat([png, Buffer.from("<script>alert(1)</script>")]),
    )
    const shown = await copyOf(ids)
    expect(shown?.includes("script")).toBe(false)
    expect(await sharp(shown).metadata()).toMatchObject({ format: "webp", width: 20, height: 10 })
  })

  it("of a phone is shown: HEIC, whose name says something else", async () => {
    const { ids } = await drawnFile("IMG_0001.jpg", fixture("photo.heic"))
    expect(await findEvidence(ids)).toMatchObject({ hasPreview: true, stored: { type: "image/heic" } })
    const { dominant } = await sharp(await copyOf(ids)).stats()
    expect(await sharp(await copyOf(ids)).metadata()).toMatchObject({
      format: "webp",
      width: 320,
      height: 240,
    })
    expect(dominant.b).toBeLessThan(250)
  })

  it.each(["avif", "tiff", "webp", "gif"] as const)("in %s is shown, turned upright", async (format) => {
    const bytes = await plain(60, 20).withMetadata({ orientation: 6 }).toFormat(format).toBuffer()
    const { ids } = await drawnFile("picture", bytes)
    expect(await findEvidence(ids)).toMatchObject({ hasPreview: true })
    expect((await sharp(await copyOf(ids)).metadata()).format).toBe("webp")
  })
})

describe("a text", () => {
  it.each([
    ["GBK", "b5c1b0e6cdf8d5bea3ba66696c6d732e6578616d706c65", "盗版网站：films.example"],
    ["Big5", "baf4a77da670a455", "網址如下"],
    ["UTF-16", "fffed7764872517fd97a", "盗版网站"],
    ["UTF-8", Buffer.from("网址\r\n二").toString("hex"), "网址\n二"],
  ])("in %s is shown in its encoding", async (_name, hex, words) => {
    const { ids } = await drawnFile("notes.txt", Buffer.from(hex, "hex"))
    const evidence = await findEvidence(ids)
    expect(evidence).toMatchObject({ hasPreview: true, previewType: "text/plain" })
    expect(evidence && (await previewText(evidence))?.replace(/^\ufeff/, "")).toBe(words)
  })

  it("of any length is shown by its beginning", async () => {
    const { ids } = await drawnFile("log.txt", Buffer.from("长".repeat(100_000)))
    expect((await copyOf(ids))?.toString()).toMatch(/^长{20000}$/)
  })
})

describe("an e-mail", () => {
  it("is shown by its heads, its words and the names of what is attached", async () => {
    const mail = [
      "From: =?gb2312?B?wfXDzg==?= <seller@films.example>",
      "To: buyer@mail.example",
      "Subject: =?UTF-8?B?572R55uY6ZO+5o6l?=",
      "Date: Thu, 26 Nov 2026 08:00:00 +0800",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/html; charset=gbk",
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.concat([
        Buffer.from("<p onclick=x>"),
        Buffer.from("b5c1b0e6", "hex"),
        Buffer.from("</p>"),
      ]).toString("base64"),
      "--b",
      "Content-Type: application/zip",
      'Content-Disposition: attachment; filename="films.zip"',
      "",
      "PK",
      "--b--",
    ].join("\r\n")
    const { ids } = await drawnFile("letter", Buffer.from(mail))
    const evidence = await findEvidence(ids)
    expect(evidence).toMatchObject({ previewType: "text/plain", stored: { type: "message/rfc822" } })
    const text = (await copyOf(ids))?.toString() ?? ""
    expect(text).toContain("From: 刘梦 <seller@films.example>")
    expect(text).toContain("Subject: 网盘链接")
    expect(text).toContain("Attachment: films.zip (application/zip)")
    expect(text).toContain("盗版")
    expect(text).not.toContain("onclick")
  })
})

describe("the process that draws", () => {
  it("may read nothing but its own code, and knows no setting of the portal", async () => {
    const main = await readFile("lib/evidence/preview/drawing/main.mjs", "utf8")
    expect(main).toContain("process.stdin")
    const asPath = (path: string) => drawnAs(path, Buffer.from("x"))
    await expect(asPath("../../../../package")).rejects.toThrow("not drawn")
  })
})

describe("any other file", () => {
  it("has no preview from the start", async () => {
    const { ids } = await drawnFile("archive.zip", Buffer.from("PK\x03\x04\0\0"))
    expect(await findEvidence(ids)).toMatchObject({ state: "verified", hasPreview: false })
    expect(await copyOf(ids)).toBeUndefined()
  })
})

import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { findEvidence, previewOf } from "@/lib/evidence"
import { pdfPages } from "@/lib/evidence/preview/pdf-pages"
import type { EvidenceId, TipId } from "@/lib/kernel/id"
import { pdfBomb, pdfOf } from "@/tests/support/files/pdf"
import { sealedFile } from "@/tests/support/sealed"

type Ids = { readonly tipId: TipId; readonly evidenceId: EvidenceId }

const previewed = async (ids: Ids) => {
  const body = await previewOf(ids)
  return body && sharp(await new Response(body as unknown as ReadableStream).arrayBuffer()).metadata()
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#fff" } }).png({ compressionLevel: 9 })

describe("a PDF", () => {
  it("is shown as a picture of its first three pages", async () => {
    const { ids } = await sealedFile("letter.pdf", pdfOf(["One", "Two", "Three", "Four"]))
    expect(await findEvidence(ids)).toMatchObject({ hasPreview: true, stored: { type: "application/pdf" } })
    expect(await previewed(ids)).toMatchObject({ format: "webp", width: 600, height: 3 * 800 + 2 * 16 })
  })

  it("of any page size is drawn in bounded size", async () => {
    for (const size of ["14400 14400", "1 14400", "0.001 0.001"]) {
      const [page = new Uint8Array()] = await pdfPages(pdfOf(["Wide"], size)).catch(() => [])
      if (page.length === 0) continue
      const { width, height } = await sharp(page).metadata()
      expect(Math.max(width, height)).toBeLessThanOrEqual(1_600)
    }
  })

  it("that is broken off, or an archive besides, ends in a state without a preview or with one", async () => {
    const whole = pdfOf(["One"])
    const broken = await sealedFile("broken.pdf", whole.subarray(0, 120))
    expect(await findEvidence(broken.ids)).toMatchObject({ state: "verified", hasPreview: false })
    const polyglot = await sealedFile("both.pdf", Buffer.concat([whole, Buffer.from("PK\x03\x04 and more")]))
    expect(await findEvidence(polyglot.ids)).toMatchObject({ state: "verified", hasPreview: true })
  })

  it("that swells is given up before it takes the machine", async () => {
    const limits = { msMax: 20_000, memoryBytesMax: 150 * 1024 ** 2 }
    await expect(pdfPages(pdfBomb(400), limits)).rejects.toThrow(/memory|slow/)
  })

  it("that takes too long is given up", async () => {
    await expect(pdfPages(pdfOf(["One"]), { msMax: 1, memoryBytesMax: 1024 ** 3 })).rejects.toThrow(
      "too slow",
    )
  })
})

describe("a picture", () => {
  it("of huge dimensions has no preview, and does no harm", async () => {
    const bomb = await plain(16_000, 16_000).toBuffer()
    expect(bomb.length).toBeLessThan(3_000_000)
    const before = process.memoryUsage.rss()
    const { ids } = await sealedFile("bomb.png", bomb)
    expect(await findEvidence(ids)).toMatchObject({ state: "verified", hasPreview: false })
    expect(process.memoryUsage.rss() - before).toBeLessThan(300 * 1024 ** 2)
  })

  it("that is a page of script besides is shown as its pixels alone", async () => {
    const png = await plain(20, 10).toBuffer()
    const polyglot = Buffer.concat([png, Buffer.from("<script>alert(1)</script>")])
    const { ids } = await sealedFile("both.png", polyglot)
    const body = await previewOf(ids)
    const shown = Buffer.from(await new Response(body as unknown as ReadableStream).arrayBuffer())
    expect(shown.includes("script")).toBe(false)
    expect(await sharp(shown).metadata()).toMatchObject({ format: "webp", width: 20, height: 10 })
  })
})

describe("any other file", () => {
  it("has no preview", async () => {
    const { ids } = await sealedFile("notes.txt")
    expect(await findEvidence(ids)).toMatchObject({ state: "verified", hasPreview: false })
    expect(await previewed(ids)).toBeUndefined()
  })
})

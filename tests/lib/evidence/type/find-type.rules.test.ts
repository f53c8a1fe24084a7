import { deflateRawSync, gzipSync } from "node:zlib"
import fc from "fast-check"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { essenceOf, findType } from "@/lib/evidence/type/find-type"
import { fixture, video } from "@/tests/support/files/fixture"
import { pdfOf } from "@/tests/support/files/pdf"
import { zipOf } from "@/tests/support/files/zip"

const of = (...parts: readonly (string | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)))
const long = (start: string) => of(start, Buffer.alloc(2_000, 7))
const box = (brand: string) => long(`\0\0\0\x18ftyp${brand}\0\0\0\0${brand}mp42`)
const packed = (name: string, text = "words") => zipOf(name, Buffer.from(text), deflateRawSync)
const picture = sharp({ create: { width: 8, height: 6, channels: 3, background: "#c33" } })
const pictures = {
  jpeg: await picture.clone().jpeg().toBuffer(),
  png: await picture.clone().png().toBuffer(),
  webp: await picture.clone().webp().toBuffer(),
  avif: await picture.clone().avif({ effort: 0 }).toBuffer(),
  gif: await picture.clone().gif().toBuffer(),
  tiff: await picture.clone().tiff().toBuffer(),
}
const pdf = Buffer.from(pdfOf(["One"]))
const bitmap = of(
  "BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\x18\0",
  Buffer.alloc(28),
)
const cell = of("G", Buffer.alloc(187))

describe("what the bytes are", () => {
  it.each<readonly [what: string, bytes: Uint8Array, type: string]>([
    ["a photo", pictures.jpeg, "image/jpeg"],
    ["a screenshot", pictures.png, "image/png"],
    ["a picture saved by a browser", pictures.webp, "image/webp"],
    ["an AVIF picture", pictures.avif, "image/avif"],
    ["a photo of a phone", fixture("photo.heic"), "image/heic"],
    ["an animation", pictures.gif, "image/gif"],
    ["a scan", pictures.tiff, "image/tiff"],
    ["a picture of an old Windows", bitmap, "image/bmp"],
    ["a film", video("h264.mp4"), "video/mp4"],
    ["a film of a phone", video("hevc.mov"), "video/quicktime"],
    ["a film of an old phone", box("3gp4"), "video/3gpp"],
    ["a film of a shop", box("M4V "), "video/x-m4v"],
    ["a film in Matroska", video("h264.mkv"), "video/matroska"],
    ["a film of the web", video("vp9.webm"), "video/webm"],
    ["a film in Flash", long("FLV\x01\x05\0\0\0\x09\0\0\0\0"), "video/x-flv"],
    ["a broadcast", of(cell, cell, cell, cell), "video/mp2t"],
    ["a film of RealPlayer", long(".RMF\0\0\0\x12\0\x01"), "application/vnd.rn-realmedia"],
    ["a film of Windows", long("RIFF\0\x10\0\0AVI LIST"), "video/vnd.avi"],
    ["a recording of Android", box("isom"), "video/mp4"],
    ["a recording of an iPhone", box("M4A "), "audio/x-m4a"],
    ["a recording of a messenger", long("#!AMR\n"), "audio/amr"],
    ["music", long("ID3\x03\0\0\0\0\0\0\xff\xfb\x90\x64"), "audio/mpeg"],
    ["music without loss", long("fLaC\0\0\0\x22"), "audio/flac"],
    ["a sound", long("RIFF\xf8\x07\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0"), "audio/wav"],
    ["a document", pdf, "application/pdf"],
    ["a document after blank lines", of("\r\n\r\n  \n", pdf), "application/pdf"],
    ["a document after a mark of bytes", of("\xef\xbb\xbf", pdf), "application/pdf"],
    ["an app of Android", packed("classes.dex"), "application/vnd.android.package-archive"],
    ["an app of an iPhone", packed("Payload/a.app/Info.plist"), "application/zip"],
    ["a program", long("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff"), "application/x-msdownload"],
    ["a program of Linux", long("\x7fELF\x02\x01\x01\0"), "application/x-elf"],
    ["an archive with an app", packed("app.apk"), "application/zip"],
    ["an archive of 7-Zip", long("7z\xbc\xaf\x27\x1c\0\x04"), "application/x-7z-compressed"],
    ["an archive of WinRAR", long("Rar!\x1a\x07\x01\0"), "application/x-rar-compressed"],
    ["a packed archive", gzipSync(Buffer.alloc(2_000)), "application/gzip"],
    ["a book", packed("mimetype", "application/epub+zip"), "application/epub+zip"],
    ["a database", long("SQLite format 3\0"), "application/x-sqlite3"],
    ["a capture", of("WARC/1.0\r\nWARC-Type: response\r\n\r\n", Buffer.alloc(99)), "application/warc"],
    [
      "a torrent",
      of("d8:announce35:udp://tracker.example/4:info", Buffer.alloc(40)),
      "application/x-bittorrent",
    ],
    ["bytes that show nothing", Buffer.from([0, 1, 2, 3, 250, 251, 7, 9]), "unknown"],
  ])("%s", async (_what, bytes, type) => {
    expect(await findType(bytes)).toBe(type)
  })
})

const gbk = (hex: string) => Buffer.from(hex, "hex")

describe("what a text is", () => {
  it.each<readonly [what: string, bytes: Uint8Array, type: string]>([
    ["words", Buffer.from("plain words, 也有中文\n"), "text/plain"],
    ["words with a mark of bytes", Buffer.from("\ufeff网址：films.example\n"), "text/plain"],
    ["words that begin as a bitmap", Buffer.from("BM is the brand that is sold here"), "text/plain"],
    ["words that begin as a program", Buffer.from("MZ 这个程序是盗版"), "text/plain"],
    ["words that begin as a picture", Buffer.from("GIF89a is what the page calls it"), "text/plain"],
    ["words about a document", Buffer.from("The file begins with %PDF-1.4 and shows nothing"), "text/plain"],
    // 盗版网站 / BM：这是举报
    ["four characters in GBK", gbk("b5c1b0e6cdf8d5be"), "text/plain; charset=gb18030"],
    ["words in GBK that begin as a bitmap", gbk("424da3bad5e2cac7bed9b1a8"), "text/plain; charset=gb18030"],
    // 網址如下
    ["four characters in Big5", gbk("baf4a77da670a455"), "text/plain; charset=big5"],
    [
      "words of Notepad",
      Buffer.from("\ufeff盗版网站\r\nfilms.example", "utf16le"),
      "text/plain; charset=utf-16le",
    ],
    [
      "words of another editor",
      Buffer.from("\ufeff盗版 a", "utf16le").swap16(),
      "text/plain; charset=utf-16be",
    ],
    [
      "wide words without a mark",
      Buffer.from("site: films.example\r\n盗版", "utf16le"),
      "text/plain; charset=utf-16le",
    ],
    ["words of the west", of("Caf\xe9 r\xe9sum\xe9 na\xefve"), "text/plain; charset=windows-1252"],
    ["subtitles", Buffer.from("1\n00:00:01,000 --> 00:00:02,000\n你好\n"), "text/plain"],
    ["a page", Buffer.from("<!DOCTYPE html><script>1</script>"), "text/html"],
    [
      "a drawing",
      Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
      "image/svg+xml",
    ],
    ["a letter", Buffer.from("From: a@b.example\r\nSubject: words\r\n\r\nwords\r\n"), "message/rfc822"],
    [
      "a letter of eight bits",
      of(
        "Received: by x\r\n\twith y\r\nFrom: a@b.example\r\nSubject: ",
        gbk("b5c1b0e6"),
        "\r\n\r\n",
        gbk("b5c100ff"),
      ),
      "message/rfc822",
    ],
    ["no letter", Buffer.from("Note: this is no letter\nTo: nobody\nbut words\n\n"), "text/plain"],
    ["a log", Buffer.from('{"log":{"version":"1.2","entries":[]}}'), "text/plain"],
  ])("%s", async (_what, bytes, type) => {
    expect(await findType(bytes)).toBe(type)
  })

  it("is the same where the beginning ends inside a character", async () => {
    const text = Buffer.from(`a${"盗版".repeat(20_000)}`)
    expect(await findType(text.subarray(0, 64 * 1024))).toBe("text/plain")
  })
})

describe("any bytes", () => {
  const starts = fc.constantFrom(
    "",
    "BM",
    "MZ",
    "%PDF-1.",
    "PK\x03\x04",
    "\xff\xfe",
    "GIF89a",
    "From: a\r\n",
    "d4:info",
    "<svg ",
    "ID3",
  )
  const bytes = fc.tuple(starts, fc.uint8Array({ maxLength: 600 })).map(([start, rest]) => of(start, rest))

  it("have a type, and the same each time", async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (input) => {
        const copy = Buffer.from(input)
        const type = await findType(input)
        expect(type).toMatch(/^(unknown|[\w.+-]+\/[\w.+-]+(; (charset|codecs)=[\w-]+)?)$/)
        expect(await findType(copy)).toBe(type)
        expect(copy.equals(input)).toBe(true)
        expect(essenceOf(type)).not.toContain(";")
      }),
      { numRuns: 500 },
    )
  })

  it("that are words of people are text", async () => {
    const words = fc.string({
      unit: fc.constantFrom(..."盗版网站 films.example\n，。1aZ"),
      minLength: 1,
      maxLength: 300,
    })
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        expect(await findType(Buffer.from(text))).toBe("text/plain")
      }),
    )
  })
})

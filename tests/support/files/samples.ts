import { deflateRawSync, gzipSync } from "node:zlib"
import sharp from "sharp"
import { fixture, video } from "./fixture"
import { pdfOf } from "./pdf"
import { zipOf } from "./zip"

const picture = sharp({
  create: {
    width: 60,
    height: 40,
    channels: 3,
    background: "#888",
    noise: { type: "gaussian", mean: 128, sigma: 40 },
  },
})
const text = Buffer.from("WARC/1.1\r\nWARC-Type: warcinfo\r\n\r\nplain words\r\n")
const filled = (start: Buffer) => Buffer.concat([start, Buffer.alloc(2_000, 7)])
const latin = (start: string) => filled(Buffer.from(start, "latin1"))

/** A small file of many a kind. Of kinds that nothing here opens, no more than their first bytes. */
export const samples: readonly (readonly [ending: string, bytes: Buffer])[] = [
  ["jpg", await picture.clone().jpeg().toBuffer()],
  ["jpeg", await picture.clone().jpeg({ progressive: true }).toBuffer()],
  ["png", await picture.clone().png().toBuffer()],
  ["webp", await picture.clone().webp().toBuffer()],
  ["gif", await picture.clone().gif().toBuffer()],
  ["avif", await picture.clone().avif({ effort: 0 }).toBuffer()],
  ["heic", fixture("photo.heic")],
  ["pdf", pdfOf(["One", "Two"])],
  ["mp4", video("h264.mp4")],
  ["mov", video("hevc.mov")],
  ["webm", video("vp9.webm")],
  ["mkv", video("h264.mkv")],
  ["mp3", latin("ID3\x03\0\0\0\0\0\0\xff\xfb\x90\x64")],
  ["m4a", latin("\0\0\0\x18ftypM4A \0\0\0\0M4A mp42")],
  ["ogg", latin("OggS\0\x02\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead\x01")],
  ["wav", latin("RIFF\xf8\x07\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0")],
  ["zip", zipOf("page.html", Buffer.from("<p>words</p>".repeat(99)), deflateRawSync)],
  ["7z", latin("7z\xbc\xaf\x27\x1c\0\x04")],
  ["rar", latin("Rar!\x1a\x07\x01\0")],
  ["gz", gzipSync(text)],
  ["warc", text],
  ["txt", Buffer.from("plain words, 也有中文\n")],
  ["har", Buffer.from('{"log":{"version":"1.2","entries":[]}}')],
  ["eml", Buffer.from("From: a@b.example\r\nSubject: words\r\n\r\nwords\r\n")],
]

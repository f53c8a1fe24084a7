import { crc32, deflateSync } from "node:zlib"
import sharp from "sharp"
import { fixture, video } from "./fixture"
import { pdf } from "./pdf"

const u32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const le16 = (...values: number[]) => Buffer.from(values.flatMap((value) => [value & 255, value >> 8]))
const latin = (text: string) => Buffer.from(text, "latin1")

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([latin(type), data])
  return Buffer.concat([u32(data.length), body, u32(crc32(body))])
}
const pngOf = (side: number, ...chunks: Buffer[]) =>
  Buffer.concat([
    latin("\x89PNG\r\n\x1a\n"),
    chunk("IHDR", Buffer.concat([u32(side), u32(side), Buffer.from([8, 2, 0, 0, 0])])),
    ...chunks,
    chunk("IDAT", deflateSync(Buffer.alloc(100_000))),
    chunk("IEND", Buffer.alloc(0)),
  ])

/** Declares sixty thousand by sixty thousand pixels, and has next to none of them. */
export const hugePng = pngOf(60_000)

/** A picture whose remark swells to 200 MB. */
export const remarkPng = pngOf(
  100,
  chunk("zTXt", Buffer.concat([latin("Comment\0\0"), deflateSync(Buffer.alloc(200_000_000))])),
)

const gifHead = (side: number) =>
  Buffer.concat([latin("GIF89a"), le16(side, side), Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255])])
const gifFrame = (side: number) =>
  Buffer.concat([Buffer.from([0x2c]), le16(0, 0, side, side), Buffer.from([0, 2, 2, 0x44, 0x01, 0])])

export const hugeGif = Buffer.concat([gifHead(65_535), gifFrame(65_535), latin(";")])

/** A hundred thousand pictures of one pixel. */
export const longGif = Buffer.concat([
  gifHead(1),
  ...Array.from({ length: 100_000 }, () => gifFrame(1)),
  latin(";"),
])

/** Declares as many pixels as the format can name. */
export const hugeWebp = async (): Promise<Buffer> => {
  const frames = [1, 2].map((shade) =>
    sharp({ create: { width: 4, height: 4, channels: 4, background: { r: shade, g: 0, b: 0, alpha: 0.5 } } })
      .png()
      .toBuffer(),
  )
  const webp = await sharp(await Promise.all(frames), { join: { animated: true } })
    .webp()
    .toBuffer()
  if (webp.toString("latin1", 12, 16) !== "VP8X") throw new Error("no canvas")
  webp.fill(0xff, 24, 30)
  return webp
}

/** A hundred million pixels in two kilobytes: one colour, encoded by sharp. */
export const hugeAvif = fixture("huge.avif")

/** The same, under the name of another kind. */
export const avifAsHeic = Buffer.from(hugeAvif.toString("latin1").replace("ftypavif", "ftypmif1"), "latin1")

/** VP8 names its size in the first whole picture: as many pixels as fit there. */
export const hugeVp8 = (): Buffer => {
  const webm = video("vp8.webm")
  const start = webm.indexOf(Buffer.from([0x9d, 0x01, 0x2a]))
  le16(0x3fff, 0x3fff).copy(webm, start + 3)
  return webm
}

/** A video that is a million headers and nothing else. */
export const headersMp4 = Buffer.concat([
  video("h264.mp4").subarray(0, video("h264.mp4").readUInt32BE(0)),
  Buffer.alloc(8_000_000, Buffer.concat([u32(8), latin("free")])),
])

/** Boxes within boxes, each said to reach far past the file's end. */
export const nestedMp4 = Buffer.concat([
  video("h264.mp4").subarray(0, video("h264.mp4").readUInt32BE(0)),
  Buffer.alloc(400_000, Buffer.concat([u32(0x7fffffff), latin("moov"), u32(0x7ffffff0), latin("trak")])),
])

/** A video with millions of empty elements between its header and its pictures. */
export const voidMkv = (): Buffer => {
  const mkv = video("h264.mkv")
  const segment = mkv.indexOf(Buffer.from([0x18, 0x53, 0x80, 0x67])) + 12
  return Buffer.concat([
    mkv.subarray(0, segment),
    Buffer.alloc(8_000_000, Buffer.from([0xec, 0x80])),
    mkv.subarray(segment),
  ])
}

const page = "/Type /Page /Parent 2 0 R /MediaBox [0 0 300 400]"
const pages = (kids: string, count: number) => ({
  dictionary: `/Type /Pages /Count ${count} /Kids [${kids}]`,
})

/** Pages that are their own children, and a thousand million of them. */
export const endlessPdf = pdf([
  { dictionary: "/Type /Catalog /Pages 2 0 R" },
  pages("2 0 R 2 0 R", 1_000_000_000),
])

/** A drawing that draws itself twice. */
export const selfDrawnPdf = pdf([
  { dictionary: "/Type /Catalog /Pages 2 0 R" },
  pages("3 0 R", 1),
  { dictionary: `${page} /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R` },
  { dictionary: "", stream: latin("/X Do") },
  {
    dictionary: "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>",
    stream: latin("/X Do /X Do"),
  },
])

/** A page of script that would run when it is opened. */
export const scriptedPdf = pdf([
  {
    dictionary:
      "/Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while\\(1\\){app.alert\\(1\\)}) >>",
  },
  pages("3 0 R", 1),
  { dictionary: `${page} /AA << /O << /S /JavaScript /JS (while\\(1\\){}) >> >>` },
])

/** Forms that draw the next form ten times each, ten deep: ten thousand million drawings in less than 3 kB. */
export const nestedPdf = pdf([
  { dictionary: "/Type /Catalog /Pages 2 0 R" },
  pages("3 0 R", 1),
  { dictionary: `${page} /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R` },
  { dictionary: "", stream: latin("/X Do") },
  ...Array.from({ length: 10 }, (_, at) => ({
    dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 300 400] /Resources << /XObject << /X ${6 + at} 0 R >> >>`,
    stream: latin("/X Do ".repeat(10)),
  })),
  { dictionary: "/Type /XObject /Subtype /Form /BBox [0 0 300 400]", stream: latin("0 0 9 9 re f") },
])

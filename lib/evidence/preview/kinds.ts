import { essenceOf } from "@/lib/evidence/type/find-type"
import type { Drawing } from "./process"

type Stored = { readonly type: string; readonly sizeBytes: number }

/** How the sanitised copy of a file is made. */
export type Plan = Drawing & {
  /** Of the file, from its beginning: what lies behind is not looked at. */
  readonly bytesMax: number
  readonly copyType: "image/webp" | "text/plain"
  /** Whether it is tried with little memory first, which is enough for most. */
  readonly isLight: boolean
}

const mebibytes = (count: number) => count * 1024 ** 2

/** Of a longer video its beginning is tried: enough for those whose index stands there. */
const videoBytesMax = mebibytes(40)
const pictureBytesMax = mebibytes(50)
const mailBytesMax = mebibytes(10)
const textBytesMax = 64 * 1024

/** How each kind of video is read, whatever else its bytes might pass for. */
const videoFormats: Readonly<Record<string, string>> = {
  "video/mp4": "mov",
  "video/x-m4v": "mov",
  "video/quicktime": "mov",
  "video/3gpp": "mov",
  "video/3gpp2": "mov",
  "video/webm": "matroska",
  "video/matroska": "matroska",
  "video/x-matroska": "matroska",
  "video/ogg": "ogg",
  "video/x-flv": "flv",
  "video/mp2t": "mpegts",
  "video/mpeg": "mpeg",
  "video/vnd.avi": "avi",
  "video/x-ms-asf": "asf",
  "application/vnd.rn-realmedia": "rm",
  "image/bmp": "bmp_pipe",
}

const picturePixelsMax = 120_000_000
/** Of those that are decoded as a whole, at many bytes a pixel. */
const videoPixelsMax = 40_000_000

/** Decoded by libvips. */
const pictures = ["jpeg", "png", "apng", "webp", "gif", "tiff", "avif"].map((kind) => `image/${kind}`)
/** Decoded by libheif, since the libvips that is shipped lacks HEVC. */
const heifs = ["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"]
const texts = [
  ...["text/plain", "text/html", "text/xml", "text/vtt", "text/calendar", "text/vcard"],
  ...["image/svg+xml", "application/rtf", "application/postscript"],
]

const charsetOf = (type: string) => /charset=([\w-]+)/.exec(type)?.[1] ?? "utf-8"

const picture = (kind: string, options: Drawing["options"], isLight: boolean): Plan => ({
  kind,
  options,
  bytesMax: pictureBytesMax,
  copyType: "image/webp",
  isLight,
})

/** Undefined for a file of which no copy is made: of another type, or too large for one. */
export const planOf = ({ type, sizeBytes }: Stored): Plan | undefined => {
  const essence = essenceOf(type)
  const format = videoFormats[essence]
  if (format)
    return { ...picture("video", { format, pixelsMax: videoPixelsMax }, false), bytesMax: videoBytesMax }
  if (texts.includes(essence)) {
    const options = { charset: charsetOf(type) }
    return { kind: "text", options, bytesMax: textBytesMax, copyType: "text/plain", isLight: true }
  }
  if (essence === "message/rfc822" && sizeBytes <= mailBytesMax)
    return { kind: "mail", options: {}, bytesMax: mailBytesMax, copyType: "text/plain", isLight: true }
  if (sizeBytes > pictureBytesMax) return undefined
  if (essence === "application/pdf") return picture("pdf", {}, true)
  if (pictures.includes(essence)) return picture("picture", { pixelsMax: picturePixelsMax }, true)
  return heifs.includes(essence) ? picture("heic", { pixelsMax: videoPixelsMax }, false) : undefined
}

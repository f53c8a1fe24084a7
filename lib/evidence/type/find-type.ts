import { fileTypeFromBuffer } from "file-type"
import { decoded, encodingOf } from "./encoding"
import { kindOfText, startsAsMail, startsAsTorrent, startsAsWarc } from "./text-kinds"

/** So much of a file's beginning is looked at. */
export const lookedAtBytes = 64 * 1024

/** What a file is called whose bytes show no known type. It is kept like any other. */
export const unknownType = "unknown"

/**
 * What a file is, by its bytes alone: a content type, for text with the encoding in which it reads
 * (`text/plain; charset=gb18030`; UTF-8 is not said), or `unknown`. Its name plays no part.
 * @param start the first `lookedAtBytes`, or the whole of a shorter file
 */
export const findType = async (start: Uint8Array): Promise<string> => {
  const isCut = start.length >= lookedAtBytes
  const latin = Buffer.from(start.buffer, start.byteOffset, start.length).toString("latin1")
  if (isPdf(latin)) return "application/pdf"
  if (startsAsTorrent(latin)) return "application/x-bittorrent"
  // Their bodies may be in any encoding, or none.
  if (startsAsWarc(latin)) return "application/warc"
  if (startsAsMail(latin)) return "message/rfc822"
  const encoding = encodingOf(start, isCut)
  if (encoding) return withCharset(kindOfText(decoded(start, encoding)), encoding)
  const sniffed = await sniff(start)
  if (sniffed === undefined || (sniffed === "image/bmp" && !isBitmap(start))) return unknownType
  return sniffed
}

/** The library reads signatures, of which some are two letters long: text was told apart before. */
const sniff = async (start: Uint8Array): Promise<string | undefined> => {
  try {
    return (await fileTypeFromBuffer(start))?.mime
  } catch {
    return undefined
  }
}

const withCharset = (type: string, encoding: string) =>
  encoding === "utf-8" ? type : `${type}; charset=${encoding}`

/** Readers look for it in the first 1,024 bytes; behind words it would be a text that speaks of it. */
const isPdf = (latin: string) => {
  const at = latin.slice(0, 1_024).search(/%PDF-\d/)
  return at >= 0 && !/[a-z]{3}/i.test(latin.slice(0, at))
}

const headerSizes = [12, 40, 52, 56, 64, 108, 124]
const isBitmap = (start: Uint8Array) => start.length > 18 && headerSizes.includes(start[14] ?? 0)

/** Without what follows the semicolon. */
export const essenceOf = (type: string): string => type.split(";", 1)[0]?.trim() ?? type

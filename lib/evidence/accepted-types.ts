/**
 * What may be sent as evidence: by the name's ending, the content types that the bytes may show.
 * An empty list marks text, which has no signature.
 */
const byEnding: Readonly<Record<string, readonly string[]>> = {
  jpg: ["image/jpeg"],
  jpeg: ["image/jpeg"],
  png: ["image/png", "image/apng"],
  webp: ["image/webp"],
  gif: ["image/gif"],
  avif: ["image/avif"],
  heic: ["image/heic", "image/heif"],
  pdf: ["application/pdf"],
  mp4: ["video/mp4", "video/x-m4v", "video/quicktime"],
  mov: ["video/quicktime", "video/mp4"],
  webm: ["video/webm", "audio/webm"],
  mkv: ["video/matroska", "video/x-matroska"],
  mp3: ["audio/mpeg"],
  m4a: ["audio/x-m4a", "audio/mp4"],
  ogg: ["audio/ogg", "video/ogg", "audio/ogg; codecs=opus"],
  wav: ["audio/wav", "audio/vnd.wave"],
  zip: ["application/zip"],
  "7z": ["application/x-7z-compressed"],
  rar: ["application/x-rar-compressed"],
  gz: ["application/gzip"],
  warc: [],
  txt: [],
  har: [],
  eml: [],
}

export const acceptedEndings = Object.keys(byEnding)

const endingOf = (name: string) => /\.([0-9a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ""

export type TypeVerdict =
  | { readonly ok: true; readonly type: string }
  | { readonly ok: false; readonly rejection: "type-mismatch" | "type-not-accepted" }

/**
 * Holds the bytes against the name.
 * @param sniffed the content type read from the first bytes, undefined when they show none
 * @param looksLikeText whether the first bytes are text in UTF-8 without control characters
 */
export const judgeType = (name: string, sniffed: string | undefined, looksLikeText: boolean): TypeVerdict => {
  const expected = byEnding[endingOf(name)]
  if (!expected) return { ok: false, rejection: "type-not-accepted" }
  if (expected.length === 0)
    return sniffed === undefined && looksLikeText
      ? { ok: true, type: "text/plain" }
      : { ok: false, rejection: "type-mismatch" }
  return sniffed !== undefined && expected.includes(sniffed)
    ? { ok: true, type: sniffed }
    : { ok: false, rejection: "type-mismatch" }
}

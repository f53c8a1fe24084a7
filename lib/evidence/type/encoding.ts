import { analyse } from "chardet"

/** A name that `TextDecoder` knows. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | Manybyte | "windows-1252"
type Manybyte = "gb18030" | "big5" | "shift_jis" | "euc-kr" | "euc-jp"

/** By the names that the library gives them. The first is the likeliest here. */
const manybyte: Readonly<Record<string, Manybyte>> = {
  GB18030: "gb18030",
  Big5: "big5",
  Shift_JIS: "shift_jis",
  "EUC-KR": "euc-kr",
  "EUC-JP": "euc-jp",
}

/** Above this the library's word counts; below it, it has seen too little and names all alike. */
const confidenceMin = 50

export const decoded = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding).decode(bytes, { stream: true })

/** Strictly; undefined where bytes say nothing in this encoding. The cut may fall inside a character. */
const read = (bytes: Uint8Array, encoding: Encoding, isCut: boolean): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut })
  } catch {
    return undefined
  }
}

/** Line ends, tabs, and what old editors, terminals and printers leave. */
const harmless = "\b\t\n\v\f\r\u001a\u001b"
const isControlled = (text: string) => {
  for (const [control] of text.matchAll(/\p{Cc}/gu))
    if (control < "\u0080" && !harmless.includes(control)) return true
  return false
}

/**
 * The encoding in which bytes are text, undefined where they are none: text has no other control characters than line
 * ends and their like.
 * @param isCut whether the text goes on behind the bytes
 */
export const encodingOf = (bytes: Uint8Array, isCut: boolean): Encoding | undefined => {
  if (bytes.length === 0) return undefined
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return wide(bytes, "utf-16le", isCut)
  if (first === 0xfe && second === 0xff) return wide(bytes, "utf-16be", isCut)
  if (isControlled(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1")))
    return wide(bytes, "utf-16le", isCut) ?? wide(bytes, "utf-16be", isCut)
  if (read(bytes, "utf-8", isCut) !== undefined) return "utf-8"
  return manybyteOf(bytes, isCut) ?? "windows-1252"
}

/** What a text of several scripts is made of for the most part, and bytes of another kind are not. */
const usual =
  /[\t\n\r\x20-\x7e\u00a0-\u04ff\u2000-\u206f\u2500-\u25ff\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]/g

const wide = (bytes: Uint8Array, encoding: "utf-16le" | "utf-16be", isCut: boolean) => {
  const text = read(bytes, encoding, isCut)
  if (text === undefined || text.length === 0 || isControlled(text)) return undefined
  return (text.match(usual)?.length ?? 0) / text.length > 0.9 ? encoding : undefined
}

const manybyteOf = (bytes: Uint8Array, isCut: boolean): Manybyte | undefined => {
  const guesses = analyse(bytes)
  const likely = Object.entries(manybyte).flatMap(([name, encoding]) => {
    const text = read(bytes, encoding, isCut)
    if (text === undefined) return []
    const confidence = guesses.find((guess) => guess.name === name)?.confidence ?? 0
    return [
      { encoding, confidence: confidence < confidenceMin ? 0 : confidence, rare: rareIn(text, encoding) },
    ]
  })
  const [best] = likely.toSorted((a, b) => b.confidence - a.confidence || a.rare - b.rare)
  return best && (best.confidence > 0 || best.rare < 0.5) ? best.encoding : undefined
}

/** The share of characters that a text which is really in this encoding seldom has. */
const rareIn = (text: string, encoding: Manybyte): number => {
  const foreign = [...text].filter((character) => character > "\x7f")
  const common = foreign.filter((character) => commonIn[encoding].has(character)).length
  return foreign.length === 0 ? 1 : 1 - common / foreign.length
}

const rowsOf = (
  encoding: Manybyte,
  [from, to]: readonly [number, number],
  trails: readonly [number, number][],
) => {
  const decoder = new TextDecoder(encoding)
  const characters: string[] = []
  for (let lead = from; lead <= to; lead++)
    for (const [low, high] of trails)
      for (let trail = low; trail <= high; trail++)
        characters.push(decoder.decode(Uint8Array.of(lead, trail)))
  return characters
}

const upper: [number, number][] = [[0xa1, 0xfe]]
/** Punctuation, kana or hangul, and the first level of Chinese characters. */
const commonIn: Readonly<Record<Manybyte, ReadonlySet<string>>> = {
  gb18030: new Set([...rowsOf("gb18030", [0xa1, 0xa3], upper), ...rowsOf("gb18030", [0xb0, 0xd7], upper)]),
  big5: new Set([
    ...rowsOf("big5", [0xa1, 0xa2], [[0x40, 0x7e], ...upper]),
    ...rowsOf("big5", [0xa4, 0xc6], [[0x40, 0x7e], ...upper]),
  ]),
  shift_jis: new Set([...rowsOf("shift_jis", [0x81, 0x83], [[0x40, 0xfc]])]),
  "euc-kr": new Set([...rowsOf("euc-kr", [0xa1, 0xa1], upper), ...rowsOf("euc-kr", [0xb0, 0xc8], upper)]),
  "euc-jp": new Set([...rowsOf("euc-jp", [0xa1, 0xa1], upper), ...rowsOf("euc-jp", [0xa4, 0xa5], upper)]),
}

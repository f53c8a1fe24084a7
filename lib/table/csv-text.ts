import { TableEnds } from "./row"

const malformed = () => new TableEnds({ rule: "batch-malformed" })
const lineFeed = 0x0a

/**
 * The text of a file as spreadsheets write it: UTF-8, GBK where the bytes are no UTF-8, or what its byte order mark or
 * the request says. Given in whole lines, so that no character is torn.
 * @param charset what the request says
 * @throws {TableEnds} for bytes of no such encoding, and for a workbook, which is no text
 */
export async function* csvText(body: AsyncIterable<Uint8Array>, charset?: string): AsyncGenerator<string> {
  let decode = charset ? decoderOf(charset) : undefined
  let isUtf8Seen = false
  let isFirst = true
  for await (const block of blocks(body)) {
    if (isFirst && isWorkbook(block)) throw new TableEnds({ rule: "batch-spreadsheet" })
    isFirst = false
    if (!decode) {
      const marked = markedDecoder(block)
      if (marked) decode = marked
    }
    if (decode) {
      yield decode(block)
      continue
    }
    const text = utf8(block)
    if (text === undefined) {
      if (isUtf8Seen) throw malformed()
      decode = decoderOf("gb18030")
      yield decode(block)
      continue
    }
    isUtf8Seen ||= text.length !== block.length
    yield text
  }
  if (decode) yield decode()
}

/** How .xlsx and .ods begin, and how .xls does. */
const workbooks = [Buffer.from("PK\u0003\u0004"), Buffer.from([0xd0, 0xcf, 0x11, 0xe0])]
const isWorkbook = (block: Uint8Array) =>
  workbooks.some((begin) => begin.equals(block.subarray(0, begin.length)))

const utf8 = (block: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(block)
  } catch {
    return undefined
  }
}

const markedDecoder = (block: Uint8Array) => {
  if (block[0] === 0xff && block[1] === 0xfe) return decoderOf("utf-16le")
  if (block[0] === 0xfe && block[1] === 0xff) return decoderOf("utf-16be")
  return undefined
}

const decoderOf = (charset: string) => {
  const decoder = decoderFor(charset)
  return (block?: Uint8Array) => {
    try {
      return decoder.decode(block, { stream: block !== undefined })
    } catch {
      throw malformed()
    }
  }
}

const decoderFor = (charset: string) => {
  try {
    return new TextDecoder(charset, { fatal: true })
  } catch {
    throw malformed()
  }
}

/** The bytes up to the last line end that came, then the next. */
async function* blocks(body: AsyncIterable<Uint8Array>) {
  let held: Uint8Array[] = []
  for await (const chunk of body) {
    const end = chunk.lastIndexOf(lineFeed) + 1
    if (end === 0) {
      held.push(chunk)
      continue
    }
    yield Buffer.concat([...held, chunk.subarray(0, end)])
    held = [chunk.subarray(end)]
  }
  const rest = Buffer.concat(held)
  if (rest.length > 0) yield rest
}

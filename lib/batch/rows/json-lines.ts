import { type Row, rowKilobytesMax } from "@/lib/table"

const newline = 0x0a
const lineBytesMax = rowKilobytesMax * 1024
const tooLong: Row = { unreadable: { rule: "row-too-long", params: { maxKilobytes: rowKilobytesMax } } }

/** JSON lines as they come in; empty lines are none. Of a line that is too long nothing is kept. */
export async function* jsonLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<Row> {
  let buffered: Uint8Array[] = []
  let bufferedBytes = 0
  const append = (part: Uint8Array) => {
    bufferedBytes += part.length
    if (bufferedBytes > lineBytesMax) buffered = []
    else buffered.push(part)
  }
  const take = (): Row | undefined => {
    const row = bufferedBytes > lineBytesMax ? tooLong : readLine(Buffer.concat(buffered))
    buffered = []
    bufferedBytes = 0
    return row
  }
  for await (const chunk of body) {
    let from = 0
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      append(chunk.subarray(from, at))
      from = at + 1
      const row = take()
      if (row) yield row
    }
    append(chunk.subarray(from))
  }
  const last = take()
  if (last) yield last
}

const readLine = (bytes: Uint8Array): Row | undefined => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    return text.trim() === "" ? undefined : { value: JSON.parse(text) }
  } catch {
    return { unreadable: { rule: "row-malformed" } }
  }
}

import { parse } from "csv-parse"
import { BatchEnds, type Row, rowKilobytesMax } from "./row"

const malformed = () => new BatchEnds({ rule: "batch-malformed" })

/**
 * CSV as spreadsheets write it: a byte order mark, either line end, quotes that are none. The first line names the
 * columns; an empty cell is no value; a cell of `targets` holds one a line, or several between bars.
 * @throws {BatchEnds} from where on it cannot be read; what was read before is given first
 */
export async function* csvRows(body: AsyncIterable<Uint8Array>): AsyncGenerator<Row> {
  const { write, end } = recordReader()
  let names: readonly string[] | undefined
  const named = function* (records: readonly string[][]) {
    for (const record of records) {
      if (names) yield rowOf(names, record)
      else names = record.map((name) => name.trim())
    }
  }
  for await (const text of utf8(body)) {
    const { records, isBroken } = await write(text)
    yield* named(records)
    if (isBroken) throw malformed()
  }
  const { records, isBroken } = await end()
  yield* named(records)
  if (isBroken) throw malformed()
}

/** As a stream the parser would drop, on an error, the records that it has read but not yet given. */
const recordReader = () => {
  const read: string[][] = []
  const parser = parse({
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: rowKilobytesMax * 1024,
    on_record: (record: string[]) => {
      read.push(record)
      return null
    },
  })
  parser.on("error", () => undefined).resume()
  const after = (step: (done: (error?: Error | null) => void) => void) =>
    new Promise<{ records: string[][]; isBroken: boolean }>((resolve) =>
      step((error) => resolve({ records: read.splice(0), isBroken: Boolean(error) })),
    )
  return {
    write: (text: string) => after((done) => parser.write(text, done)),
    end: () => after((done) => parser.end(done)),
  }
}

/** @throws {BatchEnds} for bytes that are no UTF-8, which a spreadsheet set to another encoding writes */
async function* utf8(body: AsyncIterable<Uint8Array>) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
  const decode = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw malformed()
    }
  }
  for await (const chunk of body) yield decode(chunk)
  yield decode()
}

const rowOf = (names: readonly string[], record: readonly string[]): Row => {
  if (record.length !== names.length) return { unreadable: { rule: "row-columns" } }
  const filled = names.flatMap((name, at) => {
    const cell = record[at]?.trim() ?? ""
    if (cell === "") return []
    return [[name, name === "targets" ? listed(cell) : cell] as const]
  })
  return { value: Object.fromEntries(filled) }
}

const listed = (cell: string) =>
  cell
    .split(/[\r\n]+| \| /)
    .map((one) => one.trim())
    .filter(Boolean)

import { parse } from "csv-parse"
import type { Columns } from "./columns"
import { csvText } from "./csv-text"
import { type Row, rowKilobytesMax, TableEnds } from "./row"

const malformed = () => new TableEnds({ rule: "batch-malformed" })

/**
 * CSV as spreadsheets write it: in UTF-8, GBK or UTF-16, with commas, semicolons or tabs, a `sep=` line, either line
 * end, quotes that are none, lines of empty cells. The first line names the columns, also in Chinese; an empty cell is
 * no value; a cell of a list holds one a line, or several between bars, and there may be several such columns.
 * @throws {TableEnds} from where on it cannot be read; what was read before is given first
 */
export async function* csvRows(
  body: AsyncIterable<Uint8Array>,
  columns: Columns,
  charset?: string,
): AsyncGenerator<Row> {
  let reader: ReturnType<typeof recordReader> | undefined
  let begun = ""
  let names: readonly string[] | undefined
  const named = function* ({ records, isBroken }: Records) {
    for (const record of records) {
      if (record.every((cell) => cell.trim() === "")) continue
      if (names) yield rowOf(columns, names, record)
      else names = namesOf(columns, record)
    }
    if (isBroken) throw malformed()
  }
  for await (const text of csvText(body, charset)) {
    begun += text
    if (!reader) {
      const shape = shapeOf(columns, begun)
      if (!shape) continue
      reader = recordReader(shape.delimiter)
      begun = shape.text
    }
    yield* named(await reader.write(begun))
    begun = ""
  }
  reader ??= recordReader(",")
  if (begun) yield* named(await reader.write(begun))
  yield* named(await reader.end())
}

/** What sets cells apart, found in the line of names; undefined until that is whole. */
const shapeOf = (columns: Columns, begun: string): { delimiter: string; text: string } | undefined => {
  const [, said, text] = /^\ufeff?(?:\s*\n)*(?:"?sep=(.)"?\s*\r?\n)?([\s\S]*)$/i.exec(begun) ?? []
  const body = text ?? ""
  const end = body.search(/\r?\n/)
  if (end === -1) return undefined
  if (said) return { delimiter: said, text: body }
  const head = body.slice(0, end)
  const known = (delimiter: string) =>
    head.split(delimiter).filter((name) => columns.isColumn(name.replaceAll('"', ""))).length
  const [best = ","] = [",", ";", "\t", "，", "；"].toSorted((a, b) => known(b) - known(a))
  return { delimiter: best, text: body }
}

type Records = { readonly records: readonly string[][]; readonly isBroken: boolean }

/** As a stream the parser would drop, on an error, the records that it has read but not yet given. */
const recordReader = (delimiter: string) => {
  const read: string[][] = []
  const parser = parse({
    delimiter,
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
    new Promise<Records>((resolve) =>
      step((error) => resolve({ records: read.splice(0), isBroken: Boolean(error) })),
    )
  return {
    write: (text: string) => after((done) => parser.write(text, done)),
    end: () => after((done) => parser.end(done)),
  }
}

/** @throws {TableEnds} for a name that stands over two columns, of which only one could count */
const namesOf = ({ named, list }: Columns, record: readonly string[]): string[] => {
  const names = record.map(named)
  while (names.at(-1) === "") names.pop()
  const twice = names.find((name, at) => name !== list && name !== "" && names.indexOf(name) < at)
  if (twice !== undefined) throw new TableEnds({ rule: "batch-column-twice", params: { name: twice } })
  return names
}

const rowOf = ({ list, cellOf }: Columns, names: readonly string[], record: readonly string[]): Row => {
  const isWide = record.slice(names.length).some((cell) => cell.trim() !== "")
  if (record.length < names.length || isWide) return { unreadable: { rule: "row-columns" } }
  const cells = names.map((name, at) => [name, record[at]?.trim() ?? ""] as const)
  const unnamed = cells.some(([name, cell]) => name === "" && cell !== "")
  if (unnamed) return { unreadable: { rule: "row-columns" } }
  const filled = cells.filter(([, cell]) => cell !== "")
  const items = filled.flatMap(([name, cell]) => (name === list ? listed(cell) : []))
  const others = filled.flatMap(([name, cell]) => (name === list ? [] : [[name, cellOf(name, cell)]]))
  return { value: Object.fromEntries([...others, ...(list && items.length > 0 ? [[list, items]] : [])]) }
}

const listed = (cell: string) =>
  cell
    .split(/[\r\n]+| \| /)
    .map((one) => one.trim())
    .filter(Boolean)

import { csvRows, type Row } from "@/lib/table"
import { reportColumns } from "./csv-columns"
import { jsonLines } from "./json-lines"
import { withinBatch } from "./row"

const brace = 0x7b
const isSpace = (byte: number) => byte <= 0x20

/** The rows of a table that nobody says the type of: JSON lines begin with a brace, and no column's name does. */
export async function* tableRows(body: AsyncIterable<Uint8Array>): AsyncGenerator<Row> {
  const chunks = withinBatch(body)
  const begun: Uint8Array[] = []
  let first: number | undefined
  while (first === undefined) {
    const { done, value } = await chunks.next()
    if (done) break
    begun.push(value)
    first = value.find((byte) => !isSpace(byte))
  }
  const whole = async function* () {
    yield* begun
    yield* chunks
  }
  yield* first === brace ? jsonLines(whole()) : csvRows(whole(), reportColumns)
}

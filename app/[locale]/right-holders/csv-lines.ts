import { stringify } from "csv-stringify/sync"

type Column = { readonly key: string; readonly header: string }

/** A table for a spreadsheet, some rows at a time: marked as UTF-8, and no cell that it would run as a formula. */
export async function* csvLines(
  columns: readonly Column[],
  pieces: AsyncIterable<readonly object[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const csv = (rows: readonly object[], isHead = false) =>
    encoder.encode(
      stringify([...rows], {
        columns: [...columns],
        escape_formulas: true,
        record_delimiter: "windows",
        header: isHead,
        bom: isHead,
      }),
    )
  yield csv([], true)
  for await (const rows of pieces) yield csv(rows)
}

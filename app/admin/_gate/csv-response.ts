import { stringify } from "csv-stringify/sync"

/**
 * A table to be saved and opened in a spreadsheet: in UTF-8 with its mark, no cell read as a formula.
 * @param columns of the rows, in their order
 */
export const csvResponse = (
  name: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Response => {
  const csv = stringify([...rows], {
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
    columns: [...columns],
  })
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
      "cache-control": "no-store",
    },
  })
}

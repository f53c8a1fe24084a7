import { stringify } from "csv-stringify/sync"
import { type Locale, wordsFor } from "@/app/_words"
import type { Context } from "@/lib/kernel/context"
import { listReports, type ReportRow, reportsPerPageMax } from "@/lib/right-holder"
import { type TipStatus, tipStatuses } from "@/lib/tip"

const columns = ["reference", "number", "receivedAt", "status", "outcome", "targets"] as const

/** Lines for a spreadsheet, a page of reports at a time: no cell that it would run as a formula. */
export async function* outcomesCsv(holder: Context, locale: Locale): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const csv = (rows: readonly object[], options: object = {}) =>
    encoder.encode(
      stringify([...rows], {
        columns: [...columns],
        escape_formulas: true,
        record_delimiter: "windows",
        ...options,
      }),
    )
  yield csv([], { header: true, bom: true })
  for (const status of tipStatuses)
    for await (const rows of pagesOf(holder, status)) yield csv(rows.map((row) => lineOf(locale, row)))
}

async function* pagesOf(holder: Context, status: TipStatus) {
  let cursor: string | undefined
  do {
    const page = await listReports(holder, {
      status,
      rowsMax: reportsPerPageMax,
      cursor,
    })
    if (page.rows.length > 0) yield page.rows
    cursor = page.next
  } while (cursor)
}

const lineOf = (locale: Locale, { declined, targets, status, ...row }: ReportRow) => {
  const t = wordsFor(locale, "follow")
  return {
    ...row,
    status,
    outcome: declined ? t(`declined.${declined}`) : t(`status.${status}.text`),
    targets: targets.join(" | "),
  }
}

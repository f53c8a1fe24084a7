import { type Locale, wordsFor } from "@/app/_words"
import { csvLines } from "@/app/[locale]/right-holders/csv-lines"
import type { Context } from "@/lib/kernel/context"
import { listReports, type ReportRow, reportsPerPageMax } from "@/lib/right-holder"
import { type TipStatus, tipStatuses } from "@/lib/tip"

const columns = ["reference", "number", "receivedAt", "status", "outcome", "targets"] as const

/** All own reports with what became of each, in the reader's language, a page of reports at a time. */
export const outcomesCsv = (holder: Context, locale: Locale): AsyncGenerator<Uint8Array> => {
  const t = wordsFor(locale, "batch")
  const headers = columns.map((key) => ({
    key,
    header: key === "reference" ? t("result.reference") : t(`outcome.${key}`),
  }))
  const pieces = async function* () {
    for (const status of tipStatuses)
      for await (const rows of pagesOf(holder, status)) yield rows.map((row) => lineOf(locale, row))
  }
  return csvLines(headers, pieces())
}

async function* pagesOf(holder: Context, status: TipStatus) {
  let cursor: string | undefined
  do {
    const page = await listReports(holder, { status, rowsMax: reportsPerPageMax, cursor })
    if (page.rows.length > 0) yield page.rows
    cursor = page.next
  } while (cursor)
}

const lineOf = (locale: Locale, { declined, declinedText, wording, targets, status, ...row }: ReportRow) => {
  const t = wordsFor(locale, "follow")
  return {
    ...row,
    status: t(`status.${status}.tag`),
    outcome: (declined && (wording || declinedText?.[locale])) || t(`status.${status}.text`),
    targets: targets.join(" | "),
  }
}

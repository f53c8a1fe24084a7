import { z } from "zod"
import { issueMessage, refusalMessage } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"
import { type DomainError, invalid } from "@/lib/kernel/errors"
import { measureRowsMax } from "@/lib/measure"
import { csvRows, type Row, TableEnds } from "@/lib/table"
import { importColumns, measureColumns } from "./columns"

/**
 * A form of the console carries the rows from call to call, twice, in the megabyte that one may have: as JSON, and in
 * UTF-8 where the file was in GBK.
 */
export const tableBytesMax = 250_000

export const tooLarge = {
  rule: "batch-too-long",
  params: { max: measureRowsMax, maxMegabytes: tableBytesMax / 1_000_000 },
} as const

/** A row of a table with its place in it, from 1. */
export type Numbered = { readonly number: number; readonly row: Row }

const NumberedValues = z.array(
  z.object({ number: z.int(), value: z.record(z.string(), z.string()) }).readonly(),
)
export type NumberedValue = z.infer<typeof NumberedValues>[number]

/** What a form carries of the rows that are still to be recorded. */
export const carriedRows = (text: string): readonly NumberedValue[] => {
  const parsed = text === "" ? undefined : NumberedValues.safeParse(JSON.parse(text))
  return parsed?.data ?? []
}

/**
 * The rows of a file that somebody chose.
 * @throws {DomainError} invalid at `file`: `required`, `batch-too-long`, and what makes a table unreadable
 */
export const rowsOfFile = async (file: File | undefined): Promise<Numbered[]> => {
  if (!file) throw invalid(["file"], "required")
  if (file.size > tableBytesMax) throw invalid(["file"], tooLarge.rule, tooLarge.params)
  const rows: Numbered[] = []
  try {
    for await (const row of csvRows(file.stream(), measureColumns)) {
      if (rows.length === measureRowsMax) throw invalid(["file"], tooLarge.rule, tooLarge.params)
      rows.push({ number: rows.length + 1, row })
    }
  } catch (error) {
    if (!(error instanceof TableEnds)) throw error
    throw invalid(["file"], error.issue.rule, error.issue.params)
  }
  if (rows.length === 0) throw invalid(["file"], "too-few", { min: 1 })
  return rows
}

/** Why a row was refused: each complaint with the column that it is about. */
export const refusalText = (locale: Locale, why: DomainError): string => {
  const t = wordsFor(locale, "consoleImport")
  if (why.issues.length === 0) return refusalMessage(locale, why).detail
  return why.issues
    .map((issue) => {
      const column = importColumns.find((one) => one === issue.path[0])
      const text = issueMessage(locale, issue)
      return column ? t("at", { column: t(`columns.${column}`), text }) : text
    })
    .join(" ")
}

import { type Locale, wordsFor } from "@/app/_words"
import { whyRefused } from "@/app/[locale]/right-holders/batches/[batchId]/why-refused"
import { csvLines } from "@/app/[locale]/right-holders/csv-lines"
import type { BatchResult } from "@/lib/batch"

type Results = { readonly run: "check" | "send"; readonly pieces: AsyncIterable<BatchResult[]> }

/** Lines for a spreadsheet, in the reader's language. */
export const resultsCsv = (locale: Locale, { run, pieces }: Results): AsyncGenerator<Uint8Array> => {
  const t = wordsFor(locale, "batch")
  const said = run === "send" ? "became" : "would"
  const lineOf = (line: BatchResult) => ({
    row: line.row,
    reference: line.reference,
    result: t(`${said}.${line.status}`),
    ...(line.status === "invalid"
      ? { why: whyRefused(locale, line.issues) }
      : {
          number: line.receipt?.number,
          code: line.receipt?.code,
          sites: line.sites.join(" | "),
          targets: line.targets.join(" | "),
        }),
  })
  const columns = ["row", "reference", "result", "number", "code", "sites", "targets", "why"] as const
  return csvLines(
    columns.map((key) => ({ key, header: t(`result.${key}`) })),
    (async function* () {
      for await (const lines of pieces) yield lines.map(lineOf)
    })(),
  )
}

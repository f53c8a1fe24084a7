import { type Row, TableEnds } from "@/lib/table"

/** Rows and bytes that one batch may have. */
export const rowsMax = 10_000
export const batchMegabytesMax = 32

/** The bytes of a batch, up to what it may have. */
export async function* withinBatch(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > batchMegabytesMax * 1024 ** 2) throw tooLong(rowsMax)
    yield chunk
  }
}

export const tooLong = (max: number) =>
  new TableEnds({ rule: "batch-too-long", params: { max, maxMegabytes: batchMegabytesMax } })

/** What two rows have in common that are the same report, or one of which is refused. */
export const referenceOf = (row: Row): string | undefined => {
  if ("unreadable" in row || typeof row.value !== "object" || row.value === null) return undefined
  return "reference" in row.value && typeof row.value.reference === "string"
    ? row.value.reference.trim()
    : undefined
}

import { expectType } from "@/app/_http/body"
import { RequestRefused } from "@/app/_http/refused"
import { batchMegabytesMax, jsonLines, reportColumns, withinBatch } from "@/lib/batch"
import { csvRows, type Row } from "@/lib/table"

/** Rows of one request, and how long it takes any: its function ends after twenty seconds (infra/web.ts). */
export const rowsOfRequest = 1_000
export const secondsOfRequest = 14

const batchTypes = ["application/x-ndjson", "text/csv", "text/tab-separated-values"] as const

/**
 * The rows of a request's body, read no faster than they are taken.
 * @throws {RequestRefused} for another type, or a body that says itself that it is too large
 */
export const readBatch = (request: Request): AsyncIterable<Row> => {
  const type = expectType(request, batchTypes)
  if (Number(request.headers.get("content-length")) > batchMegabytesMax * 1024 ** 2)
    throw new RequestRefused({ kind: "body-too-large", maxKilobytes: batchMegabytesMax * 1024 })
  const body = withinBatch(request.body ?? new ReadableStream({ start: (none) => none.close() }))
  const charset = /;\s*charset="?([\w-]+)/i.exec(type)?.[1]?.toLowerCase()
  // What most programs say without having looked.
  const said = charset === "utf-8" || charset === "utf8" ? undefined : charset
  return type.toLowerCase().startsWith("text/") ? csvRows(body, reportColumns, said) : jsonLines(body)
}

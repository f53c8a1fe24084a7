import { expectType } from "@/app/_http/body"
import { RequestRefused } from "@/app/_http/refused"
import { csvRows } from "./csv-rows"
import { jsonLines } from "./json-lines"
import { batchMegabytesMax, type Row, withinBatch } from "./row"

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
  return type.toLowerCase().startsWith("text/") ? csvRows(body, said) : jsonLines(body)
}

import type { Issue } from "@/lib/kernel/errors"

export const rowsMax = 10_000
export const rowKilobytesMax = 256
export const batchMegabytesMax = 32

/** One row as it was sent: something for the verb to judge, or why it cannot be read. */
export type Row = { readonly value: unknown } | { readonly unreadable: Omit<Issue, "path"> }

/** What makes the rest of a batch unreadable; the rows before it count. */
export class BatchEnds extends Error {
  readonly issue: Omit<Issue, "path">
  constructor(issue: Omit<Issue, "path">) {
    super(issue.rule)
    this.name = "BatchEnds"
    this.issue = issue
  }
}

/** The bytes of a batch, up to what it may have. */
export async function* withinBatch(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > batchMegabytesMax * 1024 ** 2) throw tooLong()
    yield chunk
  }
}

export const tooLong = () =>
  new BatchEnds({ rule: "batch-too-long", params: { max: rowsMax, maxMegabytes: batchMegabytesMax } })

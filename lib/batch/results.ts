import { z } from "zod"
import { holderOf } from "@/lib/kernel/context"
import type { Issue } from "@/lib/kernel/errors"
import { BatchId, type TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { newIdentity, numberOf } from "@/lib/reporter"
import { getObject, listObjects } from "@/lib/store/objects/read"
import { putObject } from "@/lib/store/objects/write"
import type { Batch } from "./batch"
import { getBatchOf } from "./change"
import { pieceKey, type Run, resultsPrefix } from "./keys"

/** What became of a row, as it is kept. */
export type ResultLine = { readonly row: number; readonly reference?: string } & (
  | {
      readonly status: "created" | "exists"
      readonly tipId: TipId
      /** The targets in their normal form, and the sites they are of. */
      readonly targets: readonly string[]
      readonly sites: readonly string[]
    }
  | { readonly status: "invalid"; readonly issues: readonly Issue[] }
)

/** Rows of one stored piece: so many are done again at most when a run breaks off. */
export const rowsOfPiece = 250

export const keepPiece = (batch: Batch, run: Run, number: number, lines: readonly ResultLine[]) =>
  putObject(
    pieceKey(batch, run, number),
    Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join("")),
    "application/x-ndjson",
  )

async function* linesOf(batch: Batch, run: Run): AsyncGenerator<ResultLine[]> {
  for await (const { key } of listObjects(resultsPrefix(batch, run))) {
    const { body } = await getObject(key)
    const text = (await body.toArray()).map(String).join("")
    yield text
      .split("\n")
      .filter(Boolean)
      .map((line): ResultLine => JSON.parse(line))
  }
}

export type BatchResult = ResultLine & {
  /** What opens the report; absent of a row that is none, and of a trial run. */
  readonly receipt?: { readonly number: string; readonly code: string }
}

/**
 * The results of one's own batch, row by row: of its sending, or of the trial run where it was not sent yet.
 * @throws {DomainError} not-found `batch`
 */
export const batchResults = verb(
  { name: "batch.results", by: ["right-holder"], input: z.object({ batchId: BatchId }) },
  async (ctx, { batchId }): Promise<{ run: Run; pieces: AsyncGenerator<BatchResult[]> }> => {
    const { holderId } = holderOf(ctx, "tips:write")
    const batch = await getBatchOf(holderId, batchId)
    const run = batch.sent ? "send" : "check"
    const withReceipt = (line: ResultLine): BatchResult => {
      if (run === "check" || line.status === "invalid" || line.reference === undefined) return line
      const { tipId, code } = newIdentity("right-holder", holderId, line.reference)
      return { ...line, receipt: { number: numberOf(tipId), code } }
    }
    const pieces = async function* () {
      for await (const lines of linesOf(batch, run)) yield lines.map(withReceipt)
    }
    return { run, pieces: pieces() }
  },
)

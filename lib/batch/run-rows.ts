import type { Context } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { type Batch, type BatchEnd, noRows, type RowCounts } from "./batch"
import type { Run } from "./keys"
import { keepPiece, type ResultLine, rowsOfPiece } from "./results"
import type { TakenRow } from "./row-takers"
import { rowsMax } from "./rows/row"
import { type RowResult, rowResults } from "./rows/row-results"
import { tableRows } from "./rows/table-rows"

type Progress = {
  readonly counts: RowCounts
  readonly rowsDone: number
  /** Of the piece that is just kept. */
  readonly created: number
}

type RowsRun = {
  readonly run: Run
  readonly batch: Batch
  readonly body: AsyncIterable<Uint8Array>
  readonly take: (value: unknown, row: number) => Promise<TakenRow>
  readonly stopsAt?: number
  readonly progress: (before: Batch, now: Progress) => Promise<Batch>
}

type Ran = {
  readonly batch: Batch
  readonly counts: RowCounts
  readonly ends?: BatchEnd
  readonly isTimeOver: boolean
}

/**
 * Takes the rows that are not done yet. The results of each piece are kept before the batch moves on to the next, so a
 * run that breaks off is gone on with at the beginning of a piece.
 * @throws {DomainError} unavailable, when a store is silent
 */
export const runRows = async (ctx: Context, { run, batch, progress, ...from }: RowsRun): Promise<Ran> => {
  let now = batch
  let counts = (run === "check" ? batch.checked : batch.sent) ?? noRows
  let piece: ResultLine[] = []
  const keep = async () => {
    if (piece.length === 0) return
    await keepPiece(batch, run, Math.floor(now.rowsDone / rowsOfPiece), piece)
    const here = countsOf(piece)
    counts = added(counts, here)
    now = await progress(now, { counts, rowsDone: now.rowsDone + piece.length, created: here.created })
    piece = []
  }
  const results = rowResults({
    requestId: ctx.requestId,
    rows: tableRows(from.body),
    rowsMax,
    take: from.take,
    rowsDone: batch.rowsDone,
    stopsAt: from.stopsAt,
  })
  let ends: BatchEnd | undefined
  let isTimeOver = false
  for await (const result of results) {
    if (result.status === "failed") {
      if (result.why !== "time-over") throw new DomainError("unavailable")
      isTimeOver = true
    } else if (result.status === "ended") {
      const [issue] = result.issues
      if (issue) ends = { row: result.row, issue }
    } else piece.push(lineOf(result))
    if (piece.length === rowsOfPiece) await keep()
  }
  // The last piece of a run whose time is over is done again: pieces begin where their number says.
  if (!isTimeOver) await keep()
  return { batch: now, counts, isTimeOver, ...(ends ? { ends } : {}) }
}

type Done = Extract<RowResult<TakenRow>, { status: "taken" | "invalid" }>

const lineOf = (result: Done): ResultLine => {
  const { row, reference } = result
  if (result.status === "invalid") return { row, reference, status: "invalid", issues: result.issues }
  const { status, tipId, targets } = result.taken
  return {
    row,
    reference,
    status,
    tipId,
    targets: targets.map(({ text }) => text),
    sites: [...new Set(targets.map(({ site }) => site))],
  }
}

const countsOf = (lines: readonly ResultLine[]): RowCounts => {
  const of = (status: ResultLine["status"]) => lines.filter((line) => line.status === status).length
  return { created: of("created"), exists: of("exists"), invalid: of("invalid") }
}

const added = (a: RowCounts, b: RowCounts): RowCounts => ({
  created: a.created + b.created,
  exists: a.exists + b.exists,
  invalid: a.invalid + b.invalid,
})

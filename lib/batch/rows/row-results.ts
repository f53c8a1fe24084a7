import { DomainError, type Issue, isDomainError } from "@/lib/kernel/errors"
import { log } from "@/lib/kernel/log"
import { isStoreSilent } from "@/lib/kernel/store-silent"
import { type Row, TableEnds } from "@/lib/table"
import { inOrder } from "./in-order"
import { referenceOf, tooLong } from "./row"

/** What became of a row, in no language yet. `row` counts from 1. */
export type RowResult<Taken> = { readonly row: number; readonly reference?: string } & (
  | { readonly status: "taken"; readonly taken: Taken }
  | { readonly status: "invalid"; readonly issues: readonly Issue[] }
  /** The batch itself cannot be read from this row on. */
  | { readonly status: "ended"; readonly issues: readonly Issue[] }
  /** No fault of the row: it may not be stored, and is to be sent again with all that follow. */
  | { readonly status: "failed"; readonly why: DomainError | "time-over" }
)

type Batch<Taken> = {
  readonly requestId: string
  readonly rows: AsyncIterable<Row>
  readonly rowsMax: number
  readonly take: (value: unknown, row: number) => Promise<Taken>
  /** How many rows were done before: they are read, and not taken again. */
  readonly rowsDone?: number
  /** No row is begun after this (milliseconds since 1970). */
  readonly stopsAt?: number
}

const rowsAtOnce = 16
const retryAfterSeconds = 5

/**
 * Takes the rows of a batch as they come in and answers each in its order. Ends before the batch does where the rest
 * cannot be read, is too long, the time is over, or the store gives out; the last result then says so.
 */
export async function* rowResults<Taken>(batch: Batch<Taken>): AsyncGenerator<RowResult<Taken>> {
  const { rowsDone = 0, stopsAt = Number.POSITIVE_INFINITY } = batch
  let last = 0
  let isOver = false
  let ended: TableEnds | "time-over" | undefined

  const resultOf = async ([number, row]: readonly [number, Row]): Promise<RowResult<Taken>> => {
    const about = { row: number, reference: referenceOf(row) }
    const refused = (...issues: readonly Issue[]) => ({ ...about, status: "invalid" as const, issues })
    if ("unreadable" in row) return refused({ path: [], ...row.unreadable })
    try {
      return { ...about, status: "taken", taken: await batch.take(row.value, number) }
    } catch (error) {
      if (!isDomainError(error))
        log.error({ requestId: batch.requestId, row: number, err: error }, "row not taken")
      if (isDomainError(error) && error.code === "invalid") return refused(...error.issues)
      const isAway = isDomainError(error) ? error.code === "unavailable" : isStoreSilent(error)
      // Only what may pass by itself ends a batch: sent again, it would end at the same row.
      if (!isAway)
        return refused({ path: [], rule: "row-not-stored", params: { requestId: batch.requestId } })
      isOver = true
      const why = isDomainError(error) ? error : new DomainError("unavailable", { retryAfterSeconds })
      return { ...about, status: "failed", why }
    }
  }

  const rows = async function* () {
    try {
      for await (const row of batch.rows) {
        if (isOver) return
        if (last === batch.rowsMax) throw tooLong(batch.rowsMax)
        if (Date.now() >= stopsAt) {
          ended = "time-over"
          return
        }
        last += 1
        if (last > rowsDone) yield [last, row] as const
      }
    } catch (error) {
      if (!(error instanceof TableEnds)) throw error
      ended = error
    }
  }
  yield* inOrder(rows(), rowsAtOnce, resultOf, ([, row]) => referenceOf(row))
  if (ended === "time-over") yield { row: last + 1, status: "failed", why: ended }
  else if (ended) yield { row: last + 1, status: "ended", issues: [{ path: [], ...ended.issue }] }
}

import { failureOf } from "@/app/_http/failure"
import { issueMessage } from "@/app/_http/message"
import { failureWords, pointerTo } from "@/app/_http/problem"
import type { Locale } from "@/app/_words"
import { DomainError, type Issue } from "@/lib/kernel/errors"
import { inOrder } from "./in-order"
import { BatchEnds, type Row, rowsMax, tooLong } from "./row"

type RowError = { readonly pointer: string; readonly rule: string; readonly message: string }

/** `failed` is no fault of the row: it may not be stored, and is to be sent again with all that follow. */
type RowResult<Taken> = { readonly row: number } & (
  | Taken
  | { readonly status: "invalid" | "failed"; readonly errors: readonly RowError[] }
)

type Batch<Taken> = {
  readonly locale: Locale
  readonly requestId: string
  readonly rows: AsyncIterable<Row>
  readonly take: (value: unknown) => Promise<Taken>
}

const rowsAtOnce = 16

/**
 * Takes the rows of a batch as they come in and answers each in its order. Ends before the batch does where the rest
 * cannot be read, is too long, or the store gives out; the last answer then says so.
 */
export async function* batchResults<Taken>(batch: Batch<Taken>): AsyncGenerator<RowResult<Taken>> {
  const { locale } = batch
  const errorOf = ({ path, rule, params }: Issue): RowError => ({
    pointer: pointerTo(path),
    rule,
    message: issueMessage(locale, params ? { rule, params } : { rule }),
  })
  const refused = (row: number, ...issues: readonly Issue[]) => ({
    row,
    status: "invalid" as const,
    errors: issues.map(errorOf),
  })
  let last = 0
  let isOver = false

  const resultOf = async ([number, row]: readonly [number, Row]): Promise<RowResult<Taken>> => {
    if ("unreadable" in row) return refused(number, { path: [], ...row.unreadable })
    try {
      return { row: number, ...(await batch.take(row.value)) }
    } catch (error) {
      const failure = failureOf(error, batch.requestId)
      if (failure instanceof DomainError && failure.code === "invalid")
        return refused(number, ...failure.issues)
      // Only what may pass by itself ends a batch: sent again, it would end at the same row.
      if (!(failure instanceof DomainError) || failure.code !== "unavailable")
        return refused(number, { path: [], rule: "row-not-stored", params: { requestId: batch.requestId } })
      isOver = true
      const { detail } = failureWords(locale, failure)
      return { row: number, status: "failed", errors: [{ pointer: "#", rule: "failed", message: detail }] }
    }
  }

  async function* numbered() {
    for await (const row of batch.rows) {
      if (isOver) return
      if (last === rowsMax) throw tooLong()
      last += 1
      yield [last, row] as const
    }
  }

  let ended: BatchEnds | undefined
  const rows = async function* () {
    try {
      yield* numbered()
    } catch (error) {
      if (!(error instanceof BatchEnds)) throw error
      ended = error
    }
  }
  yield* inOrder(rows(), rowsAtOnce, resultOf, referenceOf)
  if (ended) yield refused(last + 1, { path: [], ...ended.issue })
}

/** What two rows have in common that are the same report, or one of which is refused. */
const referenceOf = ([, row]: readonly [number, Row]): string | undefined => {
  if ("unreadable" in row || typeof row.value !== "object" || row.value === null) return undefined
  return "reference" in row.value && typeof row.value.reference === "string"
    ? row.value.reference.trim()
    : undefined
}

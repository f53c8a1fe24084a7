import { type Batch, type BatchResult, batchResults } from "@/lib/batch"
import type { Context } from "@/lib/kernel/context"

export const refusedShownMax = 50
const takenShownMax = 10

export type PickedRows = {
  readonly refused: readonly Extract<BatchResult, { status: "invalid" }>[]
  readonly taken: readonly Exclude<BatchResult, { status: "invalid" }>[]
}

/** The rows that one looks at before all others: the first refused ones, and the first that are taken. */
export const pickedRows = async (holder: Context, batch: Batch): Promise<PickedRows> => {
  const refused: PickedRows["refused"][number][] = []
  const taken: PickedRows["taken"][number][] = []
  const counts = batch.sent ?? batch.checked
  if (!counts || batch.rowsDone === 0) return { refused, taken }
  const refusedMax = Math.min(counts.invalid, refusedShownMax)
  const { pieces } = await batchResults(holder, { batchId: batch.batchId })
  for await (const piece of pieces) {
    for (const row of piece) {
      if (row.status === "invalid") {
        if (refused.length < refusedMax) refused.push(row)
      } else if (taken.length < takenShownMax) taken.push(row)
    }
    if (refused.length === refusedMax) break
  }
  return { refused, taken }
}

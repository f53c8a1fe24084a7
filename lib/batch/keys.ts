import { BatchId, HolderId } from "@/lib/kernel/id"
import { clipped } from "@/lib/kernel/text"
import { bucket } from "@/lib/store/table-description"
import type { Batch } from "./batch"

type Whose = Pick<Batch, "holderId" | "batchId">

const folder = ({ holderId, batchId }: Whose) => `${holderId}/${batchId}/`

/** Where the table is uploaded to; the store puts the file's own name in the place of `${filename}`. */
export const uploadKey = (whose: Whose) => `${bucket.batches}${folder(whose)}file/\${filename}`

/** What lies here says that the table is to be sent, or sent on. */
export const orderKey = (whose: Whose) => `${bucket.batches}${folder(whose)}send`

export type Run = "check" | "send"

export const resultsPrefix = (whose: Whose, run: Run) => `${bucket.batchResults}${folder(whose)}${run}/`

/** @param number from 0 */
export const pieceKey = (whose: Whose, run: Run, number: number) =>
  `${resultsPrefix(whose, run)}${String(number).padStart(5, "0")}.jsonl`

const arrivedKey = new RegExp(`^${bucket.batches}([a-z0-9-]+)/(bat_[0-9a-z]+)/(?:(send)|file/([^]+))$`)

/** What an object under `batches/` is; undefined for what the portal did not ask for. */
export const fromBatchKey = (key: string): (Whose & { readonly fileName?: string }) | undefined => {
  const [, holderId, batchId, order, fileName] = arrivedKey.exec(key) ?? []
  if (!holderId || !batchId) return undefined
  const whose = { holderId: HolderId.parse(holderId), batchId: BatchId.parse(batchId) }
  return order ? whose : { ...whose, fileName: clipped(fileName ?? "", 200) }
}

import type { Change, Head, NewEvent } from "@/lib/audit"
import { DomainError } from "@/lib/kernel/errors"
import type { BatchId, HolderId } from "@/lib/kernel/id"
import { update } from "@/lib/store/transact"
import type { Batch } from "./batch"
import { BatchEntity } from "./batch.entity"

type Patch = Partial<Omit<Batch, "batchId" | "holderId" | "keyId" | "announcedAt" | "version" | "head">>

/** Progress: no event is written, and nobody else may have moved it meanwhile. */
export const movedBatch = (before: Batch, patch: Patch, next?: Head) =>
  update(
    BatchEntity.patch({ batchId: before.batchId })
      .set({ ...patch, ...next })
      .where(
        ({ version, rowsDone }, { eq }) =>
          `${eq(version, before.version)} AND ${eq(rowsDone, before.rowsDone)}`,
      ),
  )

export const batchChange = (before: Batch, patch: Patch, event: NewEvent): Change => ({
  file: before.batchId,
  subject: before.batchId,
  from: before,
  event,
  record: (next) => movedBatch(before, patch, next),
})

export const findBatchRecord = async (batchId: BatchId): Promise<Batch | undefined> => {
  const { data } = await BatchEntity.get({ batchId }).go({ consistent: true })
  return data ?? undefined
}

/** @throws {DomainError} not-found `batch`, also for another holder's */
export const getBatchOf = async (holderId: HolderId, batchId: BatchId): Promise<Batch> => {
  const found = await findBatchRecord(batchId)
  if (found?.holderId !== holderId) throw new DomainError("not-found", { reason: "batch" })
  return found
}

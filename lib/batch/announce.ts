import { z } from "zod"
import { commit, initialHead } from "@/lib/audit"
import { holderOf } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { BatchId, newId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { requireOpen } from "@/lib/limits"
import { openBatch } from "@/lib/right-holder"
import { presignForm } from "@/lib/store/objects/presign"
import { bucket } from "@/lib/store/table-description"
import { put } from "@/lib/store/transact"
import { BatchEntity } from "./batch.entity"
import { getBatchOf } from "./change"
import { uploadKey } from "./keys"
import { batchMegabytesMax } from "./rows/row"

export const uploadHoursMax = 1
/** After which the store deletes a table and its results. */
export const { batchDaysKept } = bucket

/**
 * Begins a batch, whose table is uploaded next.
 * @throws {DomainError} forbidden `key-scope`; limited `batches`; unavailable `reports-shut`
 */
export const announceBatch = verb(
  { name: "batch.announce", by: ["right-holder"], input: z.object({}) },
  async (ctx): Promise<{ batchId: BatchId }> => {
    const { holderId, keyId } = holderOf(ctx, "tips:write")
    await requireOpen("reports")
    await openBatch(ctx, {})
    const batchId = newId("bat")
    await commit(ctx, {
      file: batchId,
      subject: batchId,
      from: initialHead,
      event: { type: "batch.announced", data: { holderId, keyId } },
      record: (next) =>
        put(
          BatchEntity.create({
            batchId,
            holderId,
            keyId,
            state: "waiting",
            announcedAt: ctx.now,
            rowsDone: 0,
            ...next,
          }),
        ),
    })
    return { batchId }
  },
)

/**
 * The form that sends the table to the store.
 * @param input `redirectTo`: where the browser goes on to
 * @throws {DomainError} not-found `batch`; conflict `batch-not-checked`, when its file has come
 */
export const permitTable = verb(
  {
    name: "batch.permitTable",
    by: ["right-holder"],
    input: z.object({ batchId: BatchId, redirectTo: z.string() }),
  },
  async (ctx, { batchId, redirectTo }): Promise<{ url: string; fields: Record<string, string> }> => {
    const { holderId } = holderOf(ctx, "tips:write")
    const batch = await getBatchOf(holderId, batchId)
    if (batch.state !== "waiting") throw new DomainError("conflict", { reason: "batch-not-checked" })
    return presignForm({
      key: uploadKey(batch),
      sizeBytesMin: 1,
      sizeBytesMax: batchMegabytesMax * 1024 ** 2,
      redirectTo,
      secondsMax: uploadHoursMax * 3600,
    })
  },
)

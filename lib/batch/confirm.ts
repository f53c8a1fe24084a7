import { z } from "zod"
import { commit, isLostRace } from "@/lib/audit"
import { holderOf } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { BatchId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { requireOpen } from "@/lib/limits"
import { putObject } from "@/lib/store/objects/write"
import { noRows } from "./batch"
import { batchChange, findBatchRecord, getBatchOf } from "./change"
import { orderKey } from "./keys"

/**
 * Says that what the trial run found is to be sent. Said twice, it is sent once.
 * @throws {DomainError} not-found `batch`; conflict `batch-not-checked`, `batch-empty`; unavailable
 * `reports-shut`
 */
export const confirmBatch = verb(
  { name: "batch.confirm", by: ["right-holder"], input: z.object({ batchId: BatchId }) },
  async (ctx, { batchId }): Promise<void> => {
    const { holderId } = holderOf(ctx, "tips:write")
    const batch = await getBatchOf(holderId, batchId)
    if (batch.state === "sending" || batch.state === "sent") return
    if (batch.state !== "checked") throw new DomainError("conflict", { reason: "batch-not-checked" })
    if (!batch.checked?.created) throw new DomainError("conflict", { reason: "batch-empty" })
    await requireOpen("reports")
    try {
      await commit(
        ctx,
        batchChange(
          batch,
          { state: "sending", rowsDone: 0, sent: noRows, confirmedAt: ctx.now },
          { type: "batch.confirmed" },
        ),
      )
    } catch (error) {
      // From this state it goes nowhere else: the same word was given in another window.
      if (!isLostRace(error)) throw error
    }
  },
)

/** Follows from the holder's word. The order lies in the store, from where a long run is begun. */
export const orderBatch = verb(
  { name: "batch.order", by: ["system"], input: z.object({ batchId: BatchId }) },
  async (ctx, { batchId }): Promise<void> => {
    const batch = await findBatchRecord(batchId)
    if (batch?.state !== "sending") return
    await putObject(orderKey(batch), Buffer.from(JSON.stringify({ orderedAt: ctx.now })), "application/json")
  },
)

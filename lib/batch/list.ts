import { z } from "zod"
import { holderOf } from "@/lib/kernel/context"
import { BatchId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import type { Batch } from "./batch"
import { BatchEntity } from "./batch.entity"
import { getBatchOf } from "./change"

const batchesShownMax = 50

/** @throws {DomainError} not-found `batch`, also for another holder's */
export const getBatch = verb(
  { name: "batch.get", by: ["right-holder"], input: z.object({ batchId: BatchId }) },
  async (ctx, { batchId }): Promise<Batch> => getBatchOf(holderOf(ctx, "tips:write").holderId, batchId),
)

/** One's own batches, latest first, as many as one page shows. */
export const listBatches = verb(
  { name: "batch.list", by: ["right-holder"], input: z.object({}) },
  async (ctx): Promise<Batch[]> => {
    const { holderId } = holderOf(ctx, "tips:write")
    const { data } = await BatchEntity.query
      .holder({ holderId })
      .go({ order: "desc", limit: batchesShownMax })
    return data
  },
)

import { z } from "zod"
import { holderOf } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { countOne } from "@/lib/store/limit"

const windowSeconds = 3600
export const batchesPerHourMax = 60

/**
 * The way in of a batch, before its first row is read.
 * @throws {DomainError} forbidden `key-scope`; limited `batches`, beyond sixty an hour of one key
 */
export const openBatch = verb(
  { name: "key.openBatch", by: ["right-holder"], input: z.object({}) },
  async (ctx): Promise<void> => {
    const { keyId } = holderOf(ctx, "tips:write")
    const { count, secondsLeft } = await countOne({ key: `batches:${keyId}`, windowSeconds })
    if (count > batchesPerHourMax)
      throw new DomainError("limited", { reason: "batches", retryAfterSeconds: secondsLeft })
  },
)

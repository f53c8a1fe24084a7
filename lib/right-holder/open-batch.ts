import { z } from "zod"
import { holderOf } from "@/lib/kernel/context"
import { verb } from "@/lib/kernel/verb"
import { countAgainst } from "@/lib/limits"

/**
 * The way in of a batch, before its first row is read.
 * @throws {DomainError} forbidden `key-scope`; limited `batches`, beyond sixty an hour of one key
 */
export const openBatch = verb(
  { name: "key.openBatch", by: ["right-holder"], input: z.object({}) },
  async (ctx): Promise<void> => {
    const { keyId } = holderOf(ctx, "tips:write")
    await countAgainst("batches", keyId, "batches")
  },
)

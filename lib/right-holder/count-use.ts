import { z } from "zod"
import { DomainError } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { transact, update } from "@/lib/store/transact"
import { KeyEntity } from "./key.entity"

/** Notes that one's own key was used. Use moves no version, and no event is written. */
export const countUse = verb(
  { name: "key.countUse", by: ["right-holder"], input: z.object({ rowsTaken: z.int().min(0) }) },
  async (ctx, { rowsTaken }): Promise<void> => {
    if (ctx.actor.kind !== "right-holder") throw new DomainError("forbidden")
    await transact([
      update(KeyEntity.patch({ keyId: ctx.actor.keyId }).add({ rowsTaken }).set({ lastUsedAt: ctx.now })),
    ])
  },
)

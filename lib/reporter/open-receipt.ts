import { setTimeout as sleep } from "node:timers/promises"
import { z } from "zod"
import { sameText, sha256 } from "@/lib/kernel/crypto"
import { DomainError } from "@/lib/kernel/errors"
import { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { countAgainst, isWorkDone, Origin, originOf, Work } from "@/lib/limits"
import { findCodeHash } from "@/lib/tip"
import { hashOfCode, tipIdOf } from "./receipt"

/** What opens a tip to whoever sent it. */
export const ReceiptKeys = z.object({ number: z.string().min(1).max(60), code: z.string().min(1).max(60) })

const Attempt = ReceiptKeys.extend({
  /** Who tries, as `originOf` makes it of an address. All whose address is unknown are one. */
  origin: Origin.optional(),
  /** What is no work is none: it stands in no right code's way. */
  work: Work.optional().catch(undefined),
})

/** Longer than a look-up takes: a refusal comes after this time, or a multiple of it. */
export const refusalStepMs = 250

/** How long a refusal waits that took `elapsedMs` so far. */
export const pauseMs = (elapsedMs: number): number => refusalStepMs - (elapsedMs % refusalStepMs)

/**
 * The tip that a receipt opens. A right code always opens, whoever has tried before. A wrong number and a wrong code
 * get the same answer after the same time, and both count against the origin; beyond its limit the answer tells of the
 * work that may be done instead of waiting.
 * @throws {DomainError} not-found `receipt-unknown`; limited `receipt-tries`
 */
export const openReceipt = verb(
  { name: "tip.openReceipt", by: ["visitor"], input: Attempt },
  async (ctx, { number, code, origin, work }): Promise<{ tipId: TipId }> => {
    const begun = performance.now()
    const tipId = tipIdOf(number) ?? TipId.parse(`none_${sha256(number)}`)
    if (sameText(hashOfCode(tipId, code), (await findCodeHash(tipId)) ?? "")) return { tipId }
    try {
      const isWorked = work !== undefined && (await isWorkDone(work))
      if (!isWorked)
        await countAgainst("wrongReceipts", origin ?? originOf(undefined, ctx.now), "receipt-tries")
      throw new DomainError("not-found", { reason: "receipt-unknown" })
    } finally {
      await sleep(pauseMs(performance.now() - begun))
    }
  },
)

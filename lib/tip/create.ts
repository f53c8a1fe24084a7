import { createWithEvent, initialHead } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { canonical, sha256 } from "@/lib/kernel/crypto"
import type { TipId } from "@/lib/kernel/id"
import { put, type Write } from "@/lib/store/transact"
import { shardOf } from "./find"
import { textApart } from "./text"
import { rowOf, type Tip, type TipContent } from "./tip"
import { noHolder, TipEntity } from "./tip.entity"

type Sent = Pick<TipContent, "targets">

export const contentHashOf = (sent: Sent): string => sha256(canonical(sent))

/** Whether a stored tip is what is sent now; of one taken before typed text was kept, by its normal forms. */
export const isSameContent = (stored: Tip | undefined, sent: Sent): boolean => {
  if (!stored) return false
  if (stored.contentHash === contentHashOf(sent)) return true
  if (stored.targets.some(({ typed }) => typed !== undefined)) return false
  const targets = sent.targets.map(({ kind, text, site }) => ({ kind, text, site }))
  return stored.contentHash === contentHashOf({ ...sent, targets })
}

/** A tip as it comes in, without files and contact. */
export const newTip = (
  ctx: Context,
  tipId: TipId,
  content: Omit<TipContent, "contact">,
  contentHash: string,
): Tip => ({
  ...content,
  tipId,
  status: "received",
  sites: [...new Set(content.targets.map(({ site }) => site))],
  receivedAt: ctx.now,
  evidenceCount: 0,
  hasContact: false,
  contentHash,
  ...initialHead,
})

type NewTipParts = {
  /** Keyed hash of the receipt's code. */
  readonly codeHash: string
  readonly evidenceIds?: readonly string[]
  /** What is written with it, each on its own condition. */
  readonly also?: readonly Write[]
}

/**
 * Writes a new tip with its first event. Not a verb: the verb that takes the tip has authorised its sender.
 * @throws {ConditionFailed} when the tip, or anything in `also`, exists
 */
export const createTip = (
  ctx: Context,
  tip: Tip,
  { codeHash, evidenceIds = [], also = [] }: NewTipParts,
): Promise<void> => {
  const text = textApart(tip)
  return createWithEvent(ctx, {
    file: tip.tipId,
    event: { type: "tip.received", data: { contentHash: tip.contentHash, evidence: evidenceIds } },
    record: (next) =>
      put(
        TipEntity.create({
          ...tip,
          ...text.record,
          ...next,
          sites: [...tip.sites],
          shard: shardOf(tip),
          holderId: tip.source?.holderId ?? noHolder,
          codeHash,
          row: rowOf(tip),
        }),
      ),
    also: [...text.also, ...also],
  })
}

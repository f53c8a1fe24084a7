import { z } from "zod"
import { holderOf } from "@/lib/kernel/context"
import { invalid } from "@/lib/kernel/errors"
import type { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { requireSpace } from "@/lib/limits"
import { hashOfCode, newIdentity, type Receipt, receiptOf } from "@/lib/reporter"
import { ConditionFailed } from "@/lib/store/transact"
import { contentHashOf, createTip, findTip, isSameContent, newTip, type Tip, TipContent } from "@/lib/tip"

/** One report of a right holder. Whom to ask is known, so it carries no contact. */
export const HolderReport = TipContent.omit({ contact: true }).extend({
  /** The holder's own name for it, by which it is taken once. */
  reference: z.string().trim().min(1).max(100),
})

export type HolderReport = z.input<typeof HolderReport>

export type Reported = {
  /** `exists`, when the same report was taken before. */
  readonly status: "created" | "exists"
  readonly tipId: TipId
  readonly receipt: Receipt
  /** How each target was read, beside what was typed. */
  readonly targets: Tip["targets"]
}

/**
 * Takes a right holder's report. Its tip follows from holder and reference, so that sent again, by another of the
 * holder's keys too, it finds the first.
 * @throws {DomainError} invalid, also `reference-reused`, when the reference came before with another report
 */
export const submitReport = verb(
  { name: "tip.submitReport", by: ["right-holder"], input: HolderReport },
  async (ctx, { reference, ...content }): Promise<Reported> => {
    const { holderId, demo } = holderOf(ctx, "tips:write")
    const { tipId, code } = newIdentity("right-holder", holderId, reference)
    await requireSpace()
    const source = { holderId, reference }
    const sent = { ...content, source }
    const tip: Tip = {
      ...newTip(ctx, tipId, content, contentHashOf(sent)),
      source,
      demo,
    }
    try {
      await createTip(ctx, tip, { codeHash: hashOfCode(tipId, code) })
      return {
        status: "created",
        tipId,
        targets: tip.targets,
        receipt: await receiptOf({ ...tip, code, evidence: [] }),
      }
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error
      const stored = await findTip(tipId)
      if (!stored || !isSameContent(stored, sent)) throw invalid(["reference"], "reference-reused")
      return {
        status: "exists",
        tipId,
        targets: stored.targets,
        receipt: await receiptOf({ ...stored, code, evidence: [] }),
      }
    }
  },
)

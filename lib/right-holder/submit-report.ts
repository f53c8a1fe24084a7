import { z } from "zod"
import { type Context, holderOf } from "@/lib/kernel/context"
import { invalid } from "@/lib/kernel/errors"
import { BatchId, type HolderId, type TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { requireSpace } from "@/lib/limits"
import { hashOfCode, newIdentity, type Receipt, receiptOf } from "@/lib/reporter"
import { ConditionFailed } from "@/lib/store/transact"
import {
  contentHashOf,
  createTip,
  findTip,
  isSameContent,
  newTip,
  type Source,
  type Tip,
  TipContent,
} from "@/lib/tip"

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

/** What is hashed of a report, and compared with what came before under its reference. */
export const sentAs = (holderId: HolderId, { reference, ...content }: z.output<typeof HolderReport>) => ({
  ...content,
  source: { holderId, reference },
})

/**
 * Takes a right holder's report. Its tip follows from holder and reference, so that sent again, by another of the
 * holder's keys too, it finds the first.
 * @throws {DomainError} invalid, also `reference-reused`, when the reference came before with another report
 */
export const submitReport = verb(
  { name: "tip.submitReport", by: ["right-holder"], input: HolderReport },
  (ctx, report): Promise<Reported> => take(ctx, report),
)

/**
 * Takes one row of an uploaded table. Taken again after a crash, it is `created` all the same.
 * @throws {DomainError} as `submitReport`; the path of what is wrong with the report begins with `report`
 */
export const submitRow = verb(
  {
    name: "tip.submitRow",
    by: ["right-holder"],
    input: z.object({ report: HolderReport, batchId: BatchId, row: z.int().positive() }),
  },
  (ctx, { report, batchId, row }): Promise<Reported> => take(ctx, report, { batchId, row }),
)

const take = async (
  ctx: Context,
  report: z.output<typeof HolderReport>,
  batch?: Source["batch"],
): Promise<Reported> => {
  const { holderId, demo } = holderOf(ctx, "tips:write")
  const { reference, ...content } = report
  const { tipId, code } = newIdentity("right-holder", holderId, reference)
  await requireSpace()
  const sent = sentAs(holderId, report)
  const tip: Tip = {
    ...newTip(ctx, tipId, content, contentHashOf(sent)),
    source: batch ? { ...sent.source, batch } : sent.source,
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
      status: isOfRow(stored.source?.batch, batch) ? "created" : "exists",
      tipId,
      targets: stored.targets,
      receipt: await receiptOf({ ...stored, code, evidence: [] }),
    }
  }
}

const isOfRow = (stored: Source["batch"], sent: Source["batch"]) =>
  sent !== undefined && stored?.batchId === sent.batchId && stored.row === sent.row

import { z } from "zod"
import {
  Announcement,
  filesPerTipMax,
  findEvidence,
  hasArrived,
  newEvidence,
  putEvidence,
  type Upload,
  uploadOf,
} from "@/lib/evidence"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { changeTip } from "./change"
import { getTipRecord } from "./find"

const ownTip = (actor: { kind: string; tipId?: string }, tipId: string) => {
  if (actor.kind !== "reporter" || actor.tipId !== tipId) throw new DomainError("forbidden")
}

/**
 * Announces one more file of one's own tip.
 * @param announcement absent from a form without JavaScript, which knows nothing of the file before it is sent
 * @throws {DomainError} invalid `too-many` beyond twenty
 */
export const announceEvidence = verb(
  {
    name: "tip.announceEvidence",
    by: ["reporter"],
    input: z.object({
      tipId: z.string(),
      announcement: Announcement.optional(),
      redirectTo: z.url().optional(),
    }),
  },
  async (ctx, { tipId, announcement, redirectTo }): Promise<Upload> => {
    ownTip(ctx.actor, tipId)
    const tip = await getTipRecord(tipId)
    if (tip.evidenceCount >= filesPerTipMax) throw invalid(["evidence"], "too-many", { max: filesPerTipMax })
    const evidence = newEvidence(tipId, ctx.now, announcement)
    await changeTip(
      ctx,
      tip,
      { evidenceCount: tip.evidenceCount + 1 },
      { type: "tip.evidence-announced", data: { evidenceId: evidence.evidenceId } },
      [putEvidence(evidence)],
    )
    return uploadOf(evidence, redirectTo)
  },
)

/**
 * The permission to send an announced file once more, as long as nothing has arrived.
 * @throws {DomainError} not-found; conflict `evidence-arrived`
 */
export const renewUpload = verb(
  {
    name: "tip.renewUpload",
    by: ["reporter"],
    input: z.object({ tipId: z.string(), evidenceId: z.string(), redirectTo: z.url().optional() }),
  },
  async (ctx, { tipId, evidenceId, redirectTo }): Promise<Upload> => {
    ownTip(ctx.actor, tipId)
    const evidence = await findEvidence({ tipId, evidenceId })
    if (!evidence) throw new DomainError("not-found", { reason: "evidence" })
    if (evidence.state !== "announced") throw new DomainError("conflict", { reason: "evidence-arrived" })
    return uploadOf(evidence, redirectTo)
  },
)

/**
 * The reporter says that a file is sent. What it is worth is found by inspection, which the store's own event
 * starts, so a reporter who never comes back loses nothing.
 * @throws {DomainError} not-found; conflict `evidence-not-arrived`
 */
export const completeEvidence = verb(
  {
    name: "tip.completeEvidence",
    by: ["reporter"],
    input: z.object({ tipId: z.string(), evidenceId: z.string() }),
  },
  async (ctx, { tipId, evidenceId }): Promise<{ state: "uploaded" | "verified" | "rejected" }> => {
    ownTip(ctx.actor, tipId)
    const evidence = await findEvidence({ tipId, evidenceId })
    if (!evidence) throw new DomainError("not-found", { reason: "evidence" })
    if (!(await hasArrived(evidence))) throw new DomainError("conflict", { reason: "evidence-not-arrived" })
    return {
      state: evidence.state === "verified" || evidence.state === "rejected" ? evidence.state : "uploaded",
    }
  },
)

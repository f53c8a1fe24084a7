import { z } from "zod"
import { type Evidence, stateAt } from "@/lib/evidence/evidence"
import { findEvidence } from "@/lib/evidence/record"
import { type Context, reporterTipId } from "@/lib/kernel/context"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { EvidenceId, TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { hasArrived } from "./arrived"
import type { PartPlan } from "./part-plan"
import {
  discardPartsOf,
  type PartUpload,
  permitPartsOf,
  requirePlan,
  type StatedPart,
  storedPartsOf,
} from "./parts"

export const partsPerRequestMax = 100

/** A part that is to be sent, by its place in the file (from 1) and the SHA-256 of its bytes in hex. */
export const WantedPart = z.strictObject({
  number: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

const File = z.object({ tipId: TipId, evidenceId: EvidenceId })

/** @throws {DomainError} not-found; conflict `evidence-arrived`, `evidence-expired`, `evidence-in-one-piece` */
const expectedFile = async (ctx: Context, { tipId, evidenceId }: z.infer<typeof File>): Promise<Evidence> => {
  reporterTipId(ctx, tipId)
  const evidence = await findEvidence({ tipId, evidenceId })
  if (!evidence) throw new DomainError("not-found", { reason: "evidence" })
  requirePlan(evidence)
  if (await hasArrived(evidence)) throw new DomainError("conflict", { reason: "evidence-arrived" })
  if (stateAt(evidence, ctx.now) === "expired")
    throw new DomainError("conflict", { reason: "evidence-expired" })
  return evidence
}

/** Which parts of an announced file have come, for a sender who goes on after a break. Refuses as `permitParts`. */
export const listParts = verb(
  { name: "tip.listParts", by: ["reporter"], input: File },
  async (ctx, ids): Promise<PartPlan & { readonly stored: StatedPart[] }> => {
    const evidence = await expectedFile(ctx, ids)
    const { count, sizeBytes } = requirePlan(evidence)
    return { count, sizeBytes, stored: await storedPartsOf(evidence) }
  },
)

/**
 * The permission to send these parts of an announced file, for an hour.
 * @throws {DomainError} not-found; conflict `evidence-arrived`, `evidence-expired`, `evidence-in-one-piece`;
 * invalid `too-big` for a part beyond the last
 */
export const permitParts = verb(
  {
    name: "tip.permitParts",
    by: ["reporter"],
    input: File.extend({ parts: z.array(WantedPart).min(1).max(partsPerRequestMax) }),
  },
  async (ctx, { parts, ...ids }): Promise<PartUpload[]> => {
    const evidence = await expectedFile(ctx, ids)
    const { count } = requirePlan(evidence)
    const beyond = parts.findIndex(({ number }) => number > count)
    if (beyond >= 0) throw invalid(["parts", beyond, "number"], "too-big", { max: count })
    return permitPartsOf(evidence, parts)
  },
)

/** Drops what came of an announced file so far; it can be sent anew. Refuses as `permitParts`. */
export const discardParts = verb(
  { name: "tip.discardParts", by: ["reporter"], input: File },
  async (ctx, ids): Promise<void> => discardPartsOf(await expectedFile(ctx, ids)),
)

import { z } from "zod"
import { conflictAt } from "@/lib/audit"
import { Announcement, type Evidence, filesPerTipMax, isFile, stateAt } from "@/lib/evidence/evidence"
import { dropEvidence, evidenceOf, findEvidence, putEvidence } from "@/lib/evidence/record"
import { type Context, reporterTipId } from "@/lib/kernel/context"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { EvidenceId, TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { admitBytes, Origin, releaseBytes, requireOpen } from "@/lib/limits"
import { ConditionFailed } from "@/lib/store/transact"
import { changeTip, getTipRecord } from "@/lib/tip"
import { newEvidence, type Upload, uploadOf } from "./announce"
import { hasArrived } from "./arrived"
import { joinParts } from "./parts"
import { bytesOf, requireRoom, roomIn } from "./room"

/** No longer than a key of the table may be. */

/**
 * Announces one more file of one's own tip.
 * @param announcement absent from a form without JavaScript, which knows nothing of the file before it is sent
 * @throws {DomainError} invalid `too-many` beyond twenty, `too-many-bytes`; limited, what `admitBytes` throws
 */
export const announceEvidence = verb(
  {
    name: "tip.announceEvidence",
    by: ["reporter"],
    input: z.object({
      tipId: TipId,
      announcement: Announcement.optional(),
      redirectTo: z.url().optional(),
      origin: Origin.optional(),
    }),
  },
  async (ctx, { tipId, announcement, redirectTo, origin }): Promise<Upload> => {
    const evidence = newEvidence(tipId, ctx.now, announcement)
    const slots = await addToTip(ctx, tipId, [evidence], origin)
    return uploadOf(evidence, { redirectTo, sizeBytesMax: roomIn(slots) })
  },
)

/**
 * Announces several files of one's own tip: all of them or none. One that is announced already, by the same hash,
 * and has not come yet is the same file, so that its sender goes on where the last try ended.
 * @throws {DomainError} invalid `too-many` beyond twenty, `too-many-bytes`; limited, what `admitBytes` throws
 */
export const announceFiles = verb(
  {
    name: "tip.announceFiles",
    by: ["reporter"],
    input: z.object({
      tipId: TipId,
      evidence: z.array(Announcement).min(1).max(filesPerTipMax),
      origin: Origin.optional(),
    }),
  },
  async (ctx, { tipId, evidence: announcements, origin }): Promise<Upload[]> => {
    reporterTipId(ctx, tipId)
    const expected = (await evidenceOf(tipId)).filter((one) => stateAt(one, ctx.now) === "announced")
    const evidence: Evidence[] = []
    for (const [index, said] of announcements.entries()) {
      const again = expected.find((one) => isSaidAgain(said)(one) && !evidence.includes(one))
      evidence.push(again ?? newEvidence(tipId, ctx.now, said, index))
    }
    const added = evidence.filter((one) => !expected.includes(one))
    if (added.length > 0) await addToTip(ctx, tipId, added, origin)
    return Promise.all(evidence.map((one, index) => uploadOf(one, { index })))
  },
)

const isSaidAgain =
  ({ name, sizeBytes, sha256 }: Announcement) =>
  ({ announced }: Evidence) =>
    sha256 !== undefined &&
    announced?.sha256 === sha256 &&
    announced.sizeBytes === sizeBytes &&
    announced.name === name

/** A form's upload slot counts until it expires. Where scripts run, the slot of the page's form stays unused. */
const slotsOf = async (ctx: Context, tipId: TipId) => {
  const evidence = await evidenceOf(tipId)
  return evidence.filter((one) => isFile(one) || stateAt(one, ctx.now) === "announced")
}

/** Slots that nobody has sent a file to, at most `count`. */
const unusedSlots = async (slots: readonly Evidence[], count: number) => {
  const unused: Evidence[] = []
  for (const one of slots)
    if (unused.length < count && !isFile(one) && !(await hasArrived(one))) unused.push(one)
  return unused
}

/** @returns the files and slots of the tip before these */
const addToTip = async (
  ctx: Context,
  tipId: TipId,
  evidence: readonly Evidence[],
  origin: string | undefined,
): Promise<readonly Evidence[]> => {
  reporterTipId(ctx, tipId)
  await requireOpen("uploads")
  const tip = await getTipRecord(tipId)
  const slots = await slotsOf(ctx, tipId)
  const tooMany = slots.length + evidence.length - filesPerTipMax
  const dropped = evidence.every(isFile) ? await unusedSlots(slots, tooMany) : []
  if (tooMany > dropped.length) throw invalid(["evidence"], "too-many", { max: filesPerTipMax })
  requireRoom([...slots, ...evidence])
  await admitBytes(origin, bytesOf(evidence))
  const files = [...slots, ...evidence].filter(isFile)
  try {
    await changeTip(
      ctx,
      tip,
      { evidenceCount: files.length },
      {
        type: "tip.evidence-announced",
        data: {
          evidence: idsOf(evidence),
          insteadOf: dropped.length > 0 ? idsOf(dropped) : undefined,
        },
      },
      [...evidence.map(putEvidence), ...dropped.map(dropEvidence)],
    )
    return slots
  } catch (error) {
    await releaseBytes(origin, bytesOf(evidence))
    // A file sent to one of the dropped slots was inspected just now.
    throw error instanceof ConditionFailed ? await conflictAt(tipId, tipId) : error
  }
}

const idsOf = (evidence: readonly Evidence[]) => evidence.map(({ evidenceId }) => evidenceId)

/**
 * The permission to send an announced file once more, as long as nothing has arrived.
 * @throws {DomainError} not-found; conflict `evidence-arrived`
 */
export const renewUpload = verb(
  {
    name: "tip.renewUpload",
    by: ["reporter"],
    input: z.object({ tipId: TipId, evidenceId: EvidenceId, redirectTo: z.url().optional() }),
  },
  async (ctx, { tipId, evidenceId, redirectTo }): Promise<Upload> => {
    reporterTipId(ctx, tipId)
    await requireOpen("uploads")
    const evidence = await findEvidence({ tipId, evidenceId })
    if (!evidence) throw new DomainError("not-found", { reason: "evidence" })
    if (evidence.state !== "announced") throw new DomainError("conflict", { reason: "evidence-arrived" })
    const others = await evidenceOf(tipId)
    return uploadOf(evidence, { redirectTo, sizeBytesMax: roomIn(others) })
  },
)

/**
 * The reporter says that a file is sent; parts that are all there are joined. What it is worth is found by
 * inspection, which the store's own event starts, so a reporter who never comes back loses nothing.
 * @throws {DomainError} not-found; conflict `evidence-not-arrived`
 */
export const completeEvidence = verb(
  {
    name: "tip.completeEvidence",
    by: ["reporter"],
    input: z.object({ tipId: TipId, evidenceId: EvidenceId }),
  },
  async (ctx, { tipId, evidenceId }): Promise<{ state: "uploaded" | "verified" | "rejected" }> => {
    reporterTipId(ctx, tipId)
    const evidence = await findEvidence({ tipId, evidenceId })
    if (!evidence) throw new DomainError("not-found", { reason: "evidence" })
    // The last look is for whoever lost the race to join the parts.
    const isThere =
      (await hasArrived(evidence)) || (await joinParts(evidence)) === "joined" || (await hasArrived(evidence))
    if (!isThere) throw new DomainError("conflict", { reason: "evidence-not-arrived" })
    return {
      state: evidence.state === "verified" || evidence.state === "rejected" ? evidence.state : "uploaded",
    }
  },
)

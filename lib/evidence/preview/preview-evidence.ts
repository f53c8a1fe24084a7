import { setTimeout as pause } from "node:timers/promises"
import { z } from "zod"
import { commit, isLostRace } from "@/lib/audit"
import { type Evidence, fromSealedKey } from "@/lib/evidence/evidence"
import { noteLikeness } from "@/lib/evidence/likeness"
import { changeEvidence, evidenceOf, findEvidence } from "@/lib/evidence/record"
import type { Context } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { retry } from "@/lib/kernel/retry"
import { verb } from "@/lib/kernel/verb"
import { makePreview, type Outcome } from "./preview"

/** For all files of one tip together: who sends what takes long gets no more pictures, and holds up nobody. */
const drawingMsPerTip = 60_000
/** How long the record may stay behind its object: the bytes are sealed first. */
const looks = 20
const lookEveryMs = 100

/**
 * Makes the sanitised copy of a sealed file, if one can be made of its type. Done twice, the second changes nothing.
 * @throws {DomainError} conflict `evidence-not-sealed`, when the record still waits for its seal: it has to come again
 * @returns whether there is one; undefined for an object that belongs to no tip
 */
export const previewEvidence = verb(
  { name: "evidence.preview", by: ["system"], input: z.object({ key: z.string() }) },
  async (ctx, { key }): Promise<boolean | undefined> => {
    const ids = fromSealedKey(key)
    const evidence = ids && (await sealedSoon(ids))
    if (!ids || !evidence?.stored) return undefined
    if (evidence.hasPreview !== undefined) return evidence.hasPreview
    const spentMs = (await evidenceOf(ids.tipId)).reduce((sum, { drawnMs = 0 }) => sum + drawnMs, 0)
    const outcome = spentMs < drawingMsPerTip ? await makePreview(ids, evidence.stored) : { drawnMs: 0 }
    if (outcome.likeness) await noteLikeness(ids, outcome.likeness)
    await record(ctx, evidence, outcome)
    return outcome.previewType !== undefined
  },
)

const sealedSoon = async (ids: NonNullable<ReturnType<typeof fromSealedKey>>) => {
  for (let look = 0; look < looks; look++) {
    const evidence = await findEvidence(ids)
    if (evidence?.state !== "announced") return evidence
    await pause(lookEveryMs)
  }
  throw new DomainError("conflict", { reason: "evidence-not-sealed" })
}

/** A scanner may have its say meanwhile. */
const record = (ctx: Context, { tipId, evidenceId }: Evidence, { previewType, drawnMs, likeness }: Outcome) =>
  retry(async () => {
    const evidence = await findEvidence({ tipId, evidenceId })
    if (!evidence || evidence.hasPreview !== undefined) return
    const hasPreview = previewType !== undefined
    await commit(ctx, {
      file: tipId,
      subject: evidenceId,
      from: evidence,
      event: { type: "evidence.previewed", data: { hasPreview, previewType, drawnMs } },
      record: (next) => changeEvidence(evidence, next, { hasPreview, previewType, drawnMs, likeness }),
    })
  }, isLostRace)

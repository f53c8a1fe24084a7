import type { Readable } from "node:stream"
import { text } from "node:stream/consumers"
import { type Evidence, previewKey, sealedKey } from "@/lib/evidence/evidence"
import type { EvidenceId, TipId } from "@/lib/kernel/id"
import { log } from "@/lib/kernel/log"
import { findObject, getObject } from "@/lib/store/objects/read"
import { putObject } from "@/lib/store/objects/write"
import { drawn } from "./draw"
import { type Plan, planOf } from "./kinds"

type Ids = { readonly tipId: TipId; readonly evidenceId: EvidenceId }
type Stored = NonNullable<Evidence["stored"]>

type CopyType = Plan["copyType"]

export type Outcome = {
  /** Absent for a file that cannot be drawn within the limits, which is no failure. */
  readonly previewType?: CopyType
  /** Of a picture: 16 hexadecimal digits, see likeness.ts. */
  readonly likeness?: string
  /** How long its process ran. */
  readonly drawnMs: number
}

/**
 * Makes the copy that people look at: decoded and drawn anew, without metadata, in bounded size. Of a PDF, its first
 * pages in one picture; of a video, one picture; of text and e-mails, plain text.
 */
export const makePreview = async (ids: Ids, stored: Stored): Promise<Outcome> => {
  const plan = planOf(stored)
  if (!plan) return { drawnMs: 0 }
  const sizeBytes = Math.min(stored.sizeBytes, plan.bytesMax)
  const open = async () => ({ body: (await getObject(sealedKey(ids), sizeBytes)).body, sizeBytes })
  const { copy, error, drawnMs } = await drawn(plan, open)
  if (!copy) {
    log.warn({ ...ids, error: String(error) }, "no preview")
    return { drawnMs }
  }
  await putObject(previewKey(ids, plan.copyType), copy.bytes, plan.copyType)
  return { previewType: plan.copyType, drawnMs, likeness: copy.likeness }
}

/** Of files from before there were copies of another type, it is a picture. */
export const copyTypeOf = ({ previewType }: Pick<Evidence, "previewType">): CopyType =>
  previewType ?? "image/webp"

type Shown = Ids & Pick<Evidence, "previewType">

/** The bytes of the sanitised copy. Only for callers that were let see the tip. */
export const previewOf = async (evidence: Shown): Promise<Readable | undefined> =>
  (await findObject(previewKey(evidence, copyTypeOf(evidence))))?.body

const wordsMax = 2_000

/** The beginning of a sanitised copy that is text, undefined where there is none. As `previewOf`. */
export const previewText = async (evidence: Shown): Promise<string | undefined> => {
  if (copyTypeOf(evidence) !== "text/plain") return undefined
  const body = await previewOf(evidence)
  return body && (await text(body)).slice(0, wordsMax).toWellFormed()
}

import {
  type Announcement,
  type Evidence,
  incomingPrefix,
  sizeBytesMax,
  wholeKey,
} from "@/lib/evidence/evidence"
import { type EvidenceId, newId, type TipId } from "@/lib/kernel/id"
import { type PartPlan, partPlanOf } from "./part-plan"

/** How a browser or a client sends one file straight to the store: a form with these fields, the file last. */
export type Upload = {
  readonly evidenceId: EvidenceId
  /** Its place among those that were announced in the same request, from 0. */
  readonly index: number
  /** As it was announced; absent from a form without JavaScript. */
  readonly name?: string
  readonly url: string
  readonly method: "POST"
  readonly fields: Readonly<Record<string, string>>
  /** How a large file may be sent in parts instead, each by a permission of its own. */
  readonly parts?: PartPlan
}

/**
 * How long the permission to send a file holds. On AWS it ends with the session of the function that signed it, which
 * may be sooner: a sender asks for another when the store refuses it.
 */
export const uploadHoursMax = 1

/** A file yet to come. Without an announcement its name, size and hash are whatever arrives. */
export const newEvidence = (tipId: TipId, now: string, announcement?: Announcement, index = 0): Evidence => ({
  evidenceId: newId("evd"),
  tipId,
  state: "announced",
  announced: announcement,
  announcedAt: now,
  index,
  version: 0,
  head: "",
})

/** S3's client is loaded by the first file: most reports have none (docs/decisions/0091). */
const presigning = () => import("@/lib/store/objects/presign")

/** Where a form sends a file. An announced one has one place, whatever it is called as it is sent. */
const keyOf = (evidence: Evidence) =>
  evidence.announced ? wholeKey(evidence) : `${incomingPrefix(evidence)}\${filename}`

type Permission = {
  /** The file's place in the request that asked for it. */
  readonly index?: number
  /** Where a browser without JavaScript goes on to after the upload. */
  readonly redirectTo?: string | undefined
  /** Of a file of which nothing was said. */
  readonly sizeBytesMax?: number
}

/** The signed permission to send exactly this file: the store itself refuses another size or hash. */
export const uploadOf = async (
  evidence: Evidence,
  { index = 0, redirectTo, sizeBytesMax: room = sizeBytesMax }: Permission = {},
): Promise<Upload> => {
  const { announced: said } = evidence
  const { presignForm } = await presigning()
  const { url, fields } = await presignForm({
    key: keyOf(evidence),
    sizeBytesMin: said?.sizeBytes ?? 0,
    sizeBytesMax: said?.sizeBytes ?? Math.min(sizeBytesMax, room),
    sha256: said?.sha256,
    redirectTo,
    secondsMax: uploadHoursMax * 3_600,
  })
  const parts = partPlanOf(evidence)
  return { evidenceId: evidence.evidenceId, index, name: said?.name, url, method: "POST", fields, parts }
}

/** The origin that a browser sends files to, for the policy of the pages that do. */
export const storeOrigin = async (): Promise<string> => (await presigning()).formOrigin()

import { type Announcement, type Evidence, incomingPrefix, sizeBytesMax } from "@/lib/evidence/evidence"
import { type EvidenceId, newId, type TipId } from "@/lib/kernel/id"
import { formOrigin, presignForm } from "@/lib/store/objects/presign"
import { type PartPlan, partPlanOf } from "./part-plan"

/** How a browser or a client sends one file straight to the store: a form with these fields, the file last. */
export type Upload = {
  readonly evidenceId: EvidenceId
  readonly url: string
  readonly method: "POST"
  readonly fields: Readonly<Record<string, string>>
  /** How a large file may be sent in parts instead, each by a permission of its own. */
  readonly parts?: PartPlan
}

/** How long the permission to send a file holds. */
export const uploadHoursMax = 6

/** A file yet to come. Without an announcement its name, size and hash are whatever arrives. */
export const newEvidence = (tipId: TipId, now: string, announcement?: Announcement): Evidence => ({
  evidenceId: newId("evd"),
  tipId,
  state: "announced",
  announced: announcement,
  announcedAt: now,
  version: 0,
  head: "",
})

/**
 * The signed permission to send exactly this file: the store itself refuses another size or hash.
 * @param redirectTo where a browser without JavaScript goes on to after the upload
 */
export const uploadOf = async (evidence: Evidence, redirectTo?: string): Promise<Upload> => {
  const { announced: said } = evidence
  const { url, fields } = await presignForm({
    prefix: incomingPrefix(evidence),
    sizeBytesMin: said?.sizeBytes ?? 0,
    sizeBytesMax: said?.sizeBytes ?? sizeBytesMax,
    sha256: said?.sha256,
    redirectTo,
    secondsMax: uploadHoursMax * 3_600,
  })
  const parts = partPlanOf(evidence)
  return { evidenceId: evidence.evidenceId, url, method: "POST", fields, parts }
}

/** The origin that a browser sends files to, for the policy of the pages that do. */
export const storeOrigin = (): Promise<string> => formOrigin()

import { createPresignedPost } from "@aws-sdk/s3-presigned-post"
import { type Announcement, type Evidence, incomingPrefix, sizeBytesMax } from "@/lib/evidence/evidence"
import { setting } from "@/lib/kernel/config"
import { newId } from "@/lib/kernel/id"
import { s3 } from "@/lib/store/bucket"
import { bucket } from "@/lib/store/table-description"
import { type PartPlan, partPlanOf } from "./part-plan"

/** How a browser or a client sends one file straight to the store: a form with these fields, the file last. */
export type Upload = {
  readonly evidenceId: string
  readonly url: string
  readonly method: "POST"
  readonly fields: Readonly<Record<string, string>>
  /** How a large file may be sent in parts instead, each by a permission of its own. */
  readonly parts?: PartPlan
}

/** How long the permission to send a file holds. */
export const uploadHoursMax = 6

/** A file yet to come. Without an announcement its name, size and hash are whatever arrives. */
export const newEvidence = (tipId: string, now: string, announcement?: Announcement): Evidence => ({
  evidenceId: newId("evd"),
  tipId,
  state: "announced",
  ...(announcement ? { announced: announcement } : {}),
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
  const chosen: Record<string, string> = redirectTo
    ? { success_action_redirect: redirectTo }
    : { success_action_status: "201" }
  if (said?.sha256) chosen["x-amz-checksum-sha256"] = Buffer.from(said.sha256, "hex").toString("base64")
  const { url, fields } = await createPresignedPost(s3, {
    Bucket: setting("EVIDENCE_BUCKET"),
    Key: `${incomingPrefix(evidence)}\${filename}`,
    Expires: uploadHoursMax * 3_600,
    Fields: chosen,
    Conditions: [["content-length-range", said?.sizeBytes ?? 0, said?.sizeBytes ?? sizeBytesMax]],
  })
  const parts = partPlanOf(evidence)
  return { evidenceId: evidence.evidenceId, url, method: "POST", fields, ...(parts ? { parts } : {}) }
}

/** The origin that a browser sends files to, for the policy of the pages that do. */
export const storeOrigin = async (): Promise<string> => {
  const { url } = await createPresignedPost(s3, { Bucket: setting("EVIDENCE_BUCKET"), Key: bucket.incoming })
  return new URL(url).origin
}

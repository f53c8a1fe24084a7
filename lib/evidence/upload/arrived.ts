import { ListObjectsV2Command } from "@aws-sdk/client-s3"
import { type Evidence, incomingPrefix } from "@/lib/evidence/evidence"
import { setting } from "@/lib/kernel/config"
import { s3 } from "@/lib/store/bucket"

/** Whether an object for this announcement lies in the store, inspected or not. */
export const hasArrived = async (evidence: Evidence): Promise<boolean> => {
  if (evidence.state === "verified" || evidence.state === "rejected") return true
  const { KeyCount } = await s3.send(
    new ListObjectsV2Command({
      Bucket: setting("EVIDENCE_BUCKET"),
      Prefix: incomingPrefix(evidence),
      MaxKeys: 1,
    }),
  )
  return (KeyCount ?? 0) > 0
}

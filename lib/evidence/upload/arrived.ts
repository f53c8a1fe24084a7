import { type Evidence, incomingPrefix } from "@/lib/evidence/evidence"
import { hasObjects } from "@/lib/store/objects/read"

/** Whether an object for this announcement lies in the store, inspected or not. */
export const hasArrived = async (evidence: Evidence): Promise<boolean> =>
  evidence.state === "verified" ||
  evidence.state === "rejected" ||
  (await hasObjects(incomingPrefix(evidence)))

import { type Evidence, incomingPrefix } from "@/lib/evidence/evidence"

/** Whether an object for this announcement lies in the store, inspected or not. */
export const hasArrived = async (evidence: Evidence): Promise<boolean> => {
  if (evidence.state === "verified" || evidence.state === "rejected") return true
  const { hasObjects } = await import("@/lib/store/objects/read")
  return hasObjects(incomingPrefix(evidence))
}

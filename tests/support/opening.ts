import { approveOriginal, askForOriginal, findEvidence, openOriginal } from "@/lib/evidence"
import type { EvidenceId, TipId } from "@/lib/kernel/id"
import { as } from "./people"

type Ids = { readonly tipId: TipId; readonly evidenceId: EvidenceId }

/** An original that no scanner called clean, opened as two moderators do. */
export const openedByTwo = async (ids: Ids, reason = "To look at the evidence"): Promise<{ url: string }> => {
  await askForOriginal(as("mei"), { ...ids, reason })
  const { version = 0 } = (await findEvidence(ids)) ?? {}
  await approveOriginal(as("bo"), { ...ids, version })
  return openOriginal(as("mei"), { ...ids, reason })
}

import type { Head } from "@/lib/audit"
import { put, update, type Write } from "@/lib/store/transact"
import type { Evidence } from "./evidence"
import { EvidenceEntity } from "./evidence.entity"

/** The first write of an announced file, to go along with its tip's. */
export const putEvidence = (evidence: Evidence): Write => put(EvidenceEntity.create(evidence))

/** A change of a file's record, on condition that it still stands where it was read. */
export const changeEvidence = (
  evidence: Evidence,
  next: Head,
  change: Partial<Pick<Evidence, "state" | "stored" | "rejection" | "inspectedAt" | "hasPreview">>,
): Write =>
  update(
    EvidenceEntity.patch({ tipId: evidence.tipId, evidenceId: evidence.evidenceId })
      .set({ ...change, ...next })
      .where(({ version }, { eq }) => eq(version, evidence.version)),
  )

/** All files of a tip, in the order they were announced. */
export const evidenceOf = async (tipId: string): Promise<Evidence[]> => {
  const { data } = await EvidenceEntity.query.tip({ tipId }).go({ pages: "all", consistent: true })
  return data.toSorted((a, b) => (a.announcedAt < b.announcedAt ? -1 : 1))
}

export const findEvidence = async (ids: {
  tipId: string
  evidenceId: string
}): Promise<Evidence | undefined> => {
  const { data } = await EvidenceEntity.get(ids).go({ consistent: true })
  return data ?? undefined
}

import type { Change, Head, NewEvent } from "@/lib/audit"
import { DomainError } from "@/lib/kernel/errors"
import type { CaseId, ReferralId } from "@/lib/kernel/id"
import { update } from "@/lib/store/transact"
import type { Package } from "./package"
import { PackageEntity } from "./package.entity"

/** What the events of a package call it: the referral has a chain of its own. */
export const subjectOf = (referralId: ReferralId) => `${referralId}-package`

type Patch = Partial<Pick<Package, "state" | "dueAt" | "tries" | "sizeBytes" | "sha256">>

export const movedPackage = (before: Package, patch: Patch, next?: Head) =>
  update(
    PackageEntity.patch({ caseId: before.caseId, referralId: before.referralId })
      .set({ ...patch, ...next })
      .composite({
        ...(patch.state ? {} : { state: before.state }),
        ...(patch.dueAt ? {} : { dueAt: before.dueAt }),
        referralId: before.referralId,
      })
      .where(({ version, tries }, { eq }) => `${eq(version, before.version)} AND ${eq(tries, before.tries)}`),
  )

export const packageChange = (before: Package, patch: Patch, event: NewEvent): Change => ({
  file: before.caseId,
  subject: subjectOf(before.referralId),
  from: before,
  event,
  record: (next) => movedPackage(before, patch, next),
})

export const findPackageRecord = async (
  caseId: CaseId,
  referralId: ReferralId,
): Promise<Package | undefined> => {
  const { data } = await PackageEntity.get({ caseId, referralId }).go({ consistent: true })
  return data ?? undefined
}

/** @throws {DomainError} not-found */
export const getPackageRecord = async (caseId: CaseId, referralId: ReferralId): Promise<Package> => {
  const found = await findPackageRecord(caseId, referralId)
  if (!found) throw new DomainError("not-found")
  return found
}

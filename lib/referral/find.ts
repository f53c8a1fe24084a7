import { DomainError } from "@/lib/kernel/errors"
import type { AuthorityId, CaseId, ReferralId } from "@/lib/kernel/id"
import { isInboxStatus, type Referral, referralStatuses } from "./referral"
import { ReferralEntity, ReferralPointerEntity } from "./referral.entity"

/** @throws {DomainError} not-found */
export const getReferralRecord = async (caseId: CaseId, referralId: ReferralId): Promise<Referral> => {
  const { data } = await ReferralEntity.get({ caseId, referralId }).go({ consistent: true })
  if (!data) throw new DomainError("not-found", { reason: "referral" })
  return data
}

/** The referrals of a case, in the order they were drafted. Not a verb: the verb that asks has authorised the read. */
export const referralsOf = async (caseId: CaseId): Promise<Referral[]> => {
  const { data } = await ReferralEntity.query.case({ caseId }).go({ pages: "all", consistent: true })
  return data.toSorted((a, b) => (a.draftedAt < b.draftedAt ? -1 : 1))
}

/**
 * A delivered referral by its id alone, as its authority knows it.
 * @throws {DomainError} not-found
 */
export const getAuthorityReferral = async (
  authorityId: AuthorityId,
  referralId: ReferralId,
): Promise<Referral> => {
  const { data } = await ReferralPointerEntity.get({ referralId }).go({ consistent: true })
  const caseId = data?.caseId ?? (await searchInbox(authorityId, referralId))
  if (!caseId) throw new DomainError("not-found", { reason: "referral" })
  return getReferralRecord(caseId, referralId)
}

/** Those that were delivered before there were pointers have none. */
const searchInbox = async (authorityId: AuthorityId, referralId: ReferralId): Promise<CaseId | undefined> => {
  for (const status of referralStatuses.filter(isInboxStatus)) {
    const { data } = await ReferralEntity.query.inbox({ authorityId, status }).go({ pages: "all" })
    const found = data.find(({ row }) => row.referralId === referralId)
    if (found) return found.row.caseId
  }
  return undefined
}

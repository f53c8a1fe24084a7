import { DomainError } from "@/lib/kernel/errors"
import type { CaseId, ReferralId } from "@/lib/kernel/id"
import type { Referral } from "./referral"
import { ReferralEntity } from "./referral.entity"

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

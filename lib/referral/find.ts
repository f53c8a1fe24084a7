import { DomainError } from "@/lib/kernel/errors"
import type { Referral } from "./referral"
import { ReferralEntity } from "./referral.entity"

/** @throws {DomainError} not-found */
export const getReferralRecord = async (caseId: string, referralId: string): Promise<Referral> => {
  const { data } = await ReferralEntity.get({ caseId, referralId }).go({ consistent: true })
  if (!data) throw new DomainError("not-found", { reason: "referral" })
  return data
}

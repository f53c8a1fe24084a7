import type { z } from "zod"
import { nextOf, seenAs } from "@/lib/audit"
import { CaseId, ReferralId } from "@/lib/kernel/id"
import { getReferralRecord } from "./find"
import { type ReferralAct, referralAfter } from "./referral"

/** A referral as a person saw it. */
export const Seen = seenAs({ caseId: CaseId, referralId: ReferralId })
export type Seen = z.infer<typeof Seen>

/**
 * A referral on which somebody means to act, and the status that the act leads to.
 * @throws {DomainError} not-found; conflict with the last change; conflict `referral-status`
 */
export const getSeenReferral = async ({ caseId, referralId, version: seen }: Seen, act: ReferralAct) => {
  const referral = await getReferralRecord(caseId, referralId)
  const { version, status } = referral
  const at = { file: caseId, subject: referralId, version, seen }
  return { referral, status: await nextOf(at, referralAfter(status, act), "referral-status") }
}

import { z } from "zod"
import { commit, initialHead } from "@/lib/audit"
import { findAuthority } from "@/lib/authority"
import { caseAfter, caseChange, getCaseRecord } from "@/lib/case"
import { personRefOf, requireSecondPerson } from "@/lib/kernel/context"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { AuthorityId, CaseId, newId, ReferralId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { putReferral, referralChange } from "./change"
import { getReferralRecord } from "./find"
import { acknowledgeDaysMax, type Referral, referralAfter } from "./referral"
import { getSeenReferral, Seen } from "./seen"

/**
 * Drafts the referral of a case to the authority in charge.
 * @throws {DomainError} conflict `case-status` for a closed case; invalid `authority-unknown`
 */
export const draftReferral = verb(
  {
    name: "referral.draft",
    by: ["case-officer"],
    input: z.object({
      caseId: CaseId,
      authorityId: AuthorityId,
      reason: z.string().trim().min(10).max(3_000),
    }),
  },
  async (ctx, { caseId, authorityId, reason }): Promise<Referral> => {
    const [found, authority] = await Promise.all([getCaseRecord(caseId), findAuthority(authorityId)])
    if (!authority) throw invalid(["authorityId"], "authority-unknown")
    if (!caseAfter(found.status, "refer")) throw new DomainError("conflict", { reason: "case-status" })
    const drafted: Referral = {
      referralId: newId("ref"),
      caseId,
      authorityId,
      status: "draft",
      reason,
      site: found.site,
      campaign: found.campaign,
      draftedAt: ctx.now,
      draftedBy: personRefOf(ctx),
      demo: found.demo,
      ...initialHead,
    }
    const [event] = await commit(ctx, {
      file: caseId,
      subject: drafted.referralId,
      from: initialHead,
      event: { type: "referral.drafted", data: { authorityId, reason } },
      record: (next) => putReferral(drafted, next),
    })
    return { ...drafted, version: 1, head: event?.hash ?? "" }
  },
)

/**
 * The second person's yes. A reaction then delivers the referral to the authority's inbox.
 * @throws {DomainError} forbidden `second-person` for who drafted it; conflict
 */
export const approveReferral = verb(
  {
    name: "referral.approve",
    by: ["case-officer"],
    input: Seen,
  },
  async (ctx, seen): Promise<void> => {
    const { referral, status } = await getSeenReferral(seen, "approve")
    requireSecondPerson(ctx, referral.draftedBy)
    const found = await getCaseRecord(seen.caseId)
    const caseStatus = caseAfter(found.status, "refer")
    if (!caseStatus) throw new DomainError("conflict", { reason: "case-status" })
    const data = { referralId: seen.referralId, authorityId: referral.authorityId }
    await commit(
      ctx,
      referralChange(referral, { status, approvedBy: personRefOf(ctx) }, { type: "referral.approved", data }),
      caseChange(found, { status: caseStatus }, { type: "case.referred", data }),
    )
  },
)

/** Lays an approved referral into the authority's inbox and starts its clock. Done twice, it changes nothing. */
export const deliverReferral = verb(
  {
    name: "referral.deliver",
    by: ["system"],
    input: z.object({ caseId: CaseId, referralId: ReferralId }),
  },
  async (ctx, { caseId, referralId }): Promise<void> => {
    const referral = await getReferralRecord(caseId, referralId)
    const status = referralAfter(referral.status, "deliver")
    if (!status) return
    const dueAt = new Date(Date.parse(ctx.now) + acknowledgeDaysMax * 86_400_000).toISOString()
    const patch = { status, deliveredAt: ctx.now, dueAt }
    await commit(ctx, referralChange(referral, patch, { type: "referral.delivered", data: { dueAt } }))
  },
)

import type { z } from "zod"
import { findCampaign } from "@/lib/campaign"
import { caseAfter, caseTipsOf, getCaseRecord } from "@/lib/case"
import { hasRole } from "@/lib/kernel/actor"
import { type Context, officialRefOf } from "@/lib/kernel/context"
import { requireBegun } from "@/lib/kernel/day"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { type AuthorityId, type CaseId, idFrom, newId, type ReferralId } from "@/lib/kernel/id"
import { getReferralRecord, isActedOn, requireInInbox } from "@/lib/referral"
import { type Category, findTip } from "@/lib/tip"
import { isBeyondBound, isInWindow } from "./bounds"
import type { Measure, MeasureInput } from "./measure"

/**
 * The entry that an input asks for, checked against its case, referral and campaign; nothing is written.
 * @throws {DomainError} as `recordMeasure` does
 */
export const preparedMeasure = async (
  ctx: Context,
  { key, ...input }: z.output<typeof MeasureInput>,
): Promise<Measure> => {
  const authorityId = await mayRecordFor(ctx, input)
  const found = await getCaseRecord(input.caseId)
  const isOpen = caseAfter(found.status, "record-measure") !== undefined
  if (!isOpen && !input.lateReason) throw new DomainError("conflict", { reason: "case-status" })
  if (!input.document && !input.noDocument) throw invalid(["document"], "document-or-reason")
  if (input.site && !found.sites.includes(input.site)) throw invalid(["site"], "not-an-option")
  requireBegun(["takenOn"], input.takenOn, ctx.now)
  const campaign = await findCampaign(found.campaign)
  if (campaign && !isInWindow(campaign, input.takenOn)) throw invalid(["takenOn"], "outside-campaign")
  return {
    ...input,
    lateReason: isOpen ? undefined : input.lateReason,
    authorityId,
    category: await categoryOf(found.caseId),
    measureId: key ? idFrom("msr", key) : newId("msr"),
    campaign: found.campaign,
    recordedAt: ctx.now,
    recordedBy: officialRefOf(ctx),
    demo: found.demo,
    needsConfirmation: isBeyondBound(input) || undefined,
  }
}

/** @returns whose measure it is; undefined for the copyright administration's own */
const mayRecordFor = async (
  ctx: Context,
  { caseId, referralId }: { caseId: CaseId; referralId?: ReferralId },
): Promise<AuthorityId | undefined> => {
  if (!referralId) {
    if (!hasRole(ctx.actor, "case-officer")) throw invalid(["referralId"], "required")
    return undefined
  }
  const referral = await getReferralRecord(caseId, referralId)
  if (!hasRole(ctx.actor, "case-officer")) requireInInbox(ctx, referral)
  if (!isActedOn(referral)) throw new DomainError("conflict", { reason: "referral-status" })
  return referral.authorityId
}

/** What kind of work the case is about: as the report says that began it. */
const categoryOf = async (caseId: CaseId): Promise<Category | undefined> => {
  const [first] = await caseTipsOf(caseId)
  return first && (await findTip(first.tipId))?.category
}

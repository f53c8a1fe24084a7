import { z } from "zod"
import { type Change, commit, initialHead, isLostRace } from "@/lib/audit"
import { findAuthority } from "@/lib/authority"
import { caseAfter, caseChange, getCaseRecord } from "@/lib/case"
import { collateralOf } from "@/lib/collateral"
import { type Context, personRefOf, requireApprover } from "@/lib/kernel/context"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { AuthorityId, CaseId, newId, ReferralId } from "@/lib/kernel/id"
import { retry } from "@/lib/kernel/retry"
import { lettersIn, Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { endOfWorkingDay } from "@/lib/kernel/working-day"
import { pointReferral, putReferral, referralChange } from "./change"
import { getReferralRecord, referralsOf } from "./find"
import {
  acknowledgeDaysMax,
  type Collateral,
  type Joint,
  jointMax,
  type Referral,
  referralAfter,
} from "./referral"
import { getSeenReferral, Seen } from "./seen"

const Reason = Written({ min: 10, max: 3_000 })

/**
 * Drafts the referral of a case to the authority in charge, and to those that assist it: each gets one of its own.
 * @param input.isAgain that the officer knows of an earlier referral to the same authority
 * @returns the referral to the authority in charge
 * @throws {DomainError} conflict `case-status` for a closed case; invalid `authority-unknown`, `referred-before`,
 * `authority-twice`
 */
export const draftReferral = verb(
  {
    name: "referral.draft",
    by: ["case-officer"],
    input: z.object({
      caseId: CaseId,
      authorityId: AuthorityId,
      /** Those that assist. */
      assisting: z
        .array(AuthorityId)
        .max(jointMax - 1)
        .default([]),
      reason: Reason,
      isAgain: z.boolean().default(false),
    }),
  },
  async (ctx, input): Promise<Referral> => {
    const wanted = [
      { authorityId: input.authorityId, path: ["authorityId"] },
      ...input.assisting.map((authorityId, at) => ({ authorityId, path: ["assisting", at] })),
    ]
    for (const [at, { authorityId, path }] of wanted.entries()) {
      if (!(await findAuthority(authorityId))) throw invalid(path, "authority-unknown")
      if (wanted.slice(0, at).some((one) => one.authorityId === authorityId))
        throw invalid(path, "authority-twice")
    }
    // Tips join a case all the time: that is no reason to send an officer back.
    return retry(() => drafted(ctx, wanted, input), isLostRace)
  },
)

type Wanted = { readonly authorityId: AuthorityId; readonly path: (string | number)[] }
type Draft = Pick<Referral, "caseId" | "reason"> & { readonly isAgain: boolean }

const drafted = async (
  ctx: Context,
  wanted: readonly Wanted[],
  { caseId, reason, isAgain }: Draft,
): Promise<Referral> => {
  const [found, before] = await Promise.all([getCaseRecord(caseId), referralsOf(caseId)])
  const isReferred = ({ authorityId }: Wanted) =>
    before.some((one) => one.authorityId === authorityId && one.status !== "withdrawn")
  const referred = isAgain ? undefined : wanted.find(isReferred)
  if (referred) throw invalid(referred.path, "referred-before")
  if (!caseAfter(found.status, "refer")) throw new DomainError("conflict", { reason: "case-status" })
  const joint: Joint | undefined =
    wanted.length > 1
      ? { jointId: newId("jnt"), authorities: wanted.map(({ authorityId }) => authorityId) }
      : undefined
  const draftTo = ({ authorityId }: Wanted): Referral => ({
    referralId: newId("ref"),
    caseId,
    authorityId,
    status: "draft",
    reason,
    joint,
    site: found.site,
    siteName: found.siteName,
    campaign: found.campaign,
    draftedAt: ctx.now,
    draftedBy: personRefOf(ctx),
    demo: found.demo,
    ...initialHead,
  })
  const [lead, ...others] = wanted.map(draftTo)
  if (!lead) throw invalid(["authorityId"], "required")
  const { referralId, authorityId } = lead
  const [event] = await commit(
    ctx,
    ...[lead, ...others].map(putDraft),
    // The case changes too: nobody closes one to which a referral is being added.
    caseChange(found, {}, { type: "case.referral-drafted", data: { referralId, authorityId } }),
  )
  return { ...lead, version: 1, head: event?.hash ?? "" }
}

const putDraft = (draft: Referral): Change => ({
  file: draft.caseId,
  subject: draft.referralId,
  from: initialHead,
  event: {
    type: "referral.drafted",
    data: {
      authorityId: draft.authorityId,
      reason: draft.reason,
      ...(draft.joint ? { with: draft.joint.authorities } : {}),
    },
  },
  record: (next) => putReferral(draft, next),
})

/** Changes the reason of a draft. Who changes it has drafted it: another person approves. */
export const editReferral = verb(
  { name: "referral.edit", by: ["case-officer"], input: Seen.extend({ reason: Reason }) },
  async (ctx, { reason, ...seen }): Promise<void> => {
    const { referral, status } = await getSeenReferral(seen, "edit")
    const patch = { status, reason, draftedBy: personRefOf(ctx) }
    await commit(ctx, referralChange(referral, patch, { type: "referral.edited", data: { reason } }))
  },
)

/**
 * Takes a referral back that has not come to its end; its authority reads why.
 * @throws {DomainError} conflict `referral-status` for one that was returned, reported or withdrawn
 */
export const withdrawReferral = verb(
  { name: "referral.withdraw", by: ["case-officer"], input: Seen.extend({ reason: Reason }) },
  async (ctx, { reason, ...seen }): Promise<void> => {
    const { referral, status } = await getSeenReferral(seen, "withdraw")
    const patch = { status, withdrawReason: reason }
    await commit(ctx, referralChange(referral, patch, { type: "referral.withdrawn", data: { reason } }))
  },
)

/**
 * The second person's yes. A reaction then delivers the referral to the authority's inbox.
 * @param input.collateralReason why it is referred though a host of the case is shared, or a domain known as good
 * @throws {DomainError} unauthenticated `sign-in-again`; forbidden `second-person` for who drafted it; conflict; invalid `collateral-reason` where there
 * is such a site and no reason
 */
export const approveReferral = verb(
  {
    name: "referral.approve",
    by: ["case-officer"],
    input: Seen.extend({ collateralReason: z.string().trim().max(2_000).optional() }),
  },
  async (ctx, { collateralReason, ...seen }): Promise<void> => {
    const { referral, status } = await getSeenReferral(seen, "approve")
    requireApprover(ctx, referral.draftedBy)
    const found = await getCaseRecord(seen.caseId)
    const caseStatus = caseAfter(found.status, "refer")
    if (!caseStatus) throw new DomainError("conflict", { reason: "case-status" })
    const data = { referralId: seen.referralId, authorityId: referral.authorityId }
    const collateral = await weighed(found.sites, collateralReason)
    await commit(
      ctx,
      referralChange(
        referral,
        { status, approvedBy: personRefOf(ctx), collateral },
        { type: "referral.approved", data: { ...data, collateral } },
      ),
      caseChange(found, { status: caseStatus }, { type: "case.referred", data }),
    )
  },
)

const reasonLengthMin = 10

/** What could hurt others, with the second person's reason; undefined where there is nothing. */
const weighed = async (
  sites: readonly string[],
  reason: string | undefined,
): Promise<Collateral | undefined> => {
  const found = await collateralOf(sites)
  if (found.length === 0) return undefined
  if (!reason || lettersIn(reason) < reasonLengthMin) throw invalid(["collateralReason"], "collateral-reason")
  return { reason, found }
}

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
    const dueAt = endOfWorkingDay(ctx.now, acknowledgeDaysMax)
    const patch = { status, deliveredAt: ctx.now, dueAt }
    const event = { type: "referral.delivered", data: { dueAt } } as const
    await commit(ctx, referralChange(referral, patch, event, [pointReferral(referral)]))
  },
)

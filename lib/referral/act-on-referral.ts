import { commit } from "@/lib/audit"
import { caseAfter, caseChange, getCaseRecord } from "@/lib/case"
import { type Context, personOf } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { referralChange } from "./change"
import { getReferralRecord } from "./find"
import { isDelivered, type Referral, type ReferralAct } from "./referral"
import { getSeenReferral, Seen } from "./seen"

/** What is not in the own authority's inbox is not refused but unknown: its existence is no officer's business. */
export const requireInInbox = (ctx: Context, referral: Pick<Referral, "authorityId" | "dueAt">) => {
  if (personOf(ctx).authorityId !== referral.authorityId || !isDelivered(referral))
    throw new DomainError("not-found", { reason: "referral" })
}

const own = async (ctx: Context, seen: Seen, act: ReferralAct) => {
  requireInInbox(ctx, await getReferralRecord(seen.caseId, seen.referralId))
  return getSeenReferral(seen, act)
}

/** The authority has it; the clock stops. */
export const acknowledgeReferral = verb(
  { name: "referral.acknowledge", by: ["agency-officer"], input: Seen },
  async (ctx, seen): Promise<void> => {
    const { referral, status } = await own(ctx, seen, "acknowledge")
    const patch = { status, acknowledgedAt: ctx.now }
    await commit(ctx, referralChange(referral, patch, { type: "referral.acknowledged" }))
  },
)

/** The authority takes the case on. */
export const acceptReferral = verb(
  { name: "referral.accept", by: ["agency-officer"], input: Seen },
  async (ctx, seen): Promise<void> => {
    const { referral, status } = await own(ctx, seen, "accept")
    const found = await getCaseRecord(seen.caseId)
    const acting = caseAfter(found.status, "act")
    if (!acting) throw new DomainError("conflict", { reason: "case-status" })
    const data = { referralId: seen.referralId, authorityId: referral.authorityId }
    await commit(
      ctx,
      referralChange(referral, { status }, { type: "referral.accepted" }),
      caseChange(found, { status: acting }, { type: "case.action-started", data }),
    )
  },
)

/** The authority is not in charge, or cannot act; says why. */
export const returnReferral = verb(
  {
    name: "referral.return",
    by: ["agency-officer"],
    input: Seen.extend({ reason: Written({ min: 10, max: 3_000 }) }),
  },
  async (ctx, { reason, ...seen }): Promise<void> => {
    const { referral, status } = await own(ctx, seen, "return")
    const patch = { status, returnReason: reason }
    await commit(ctx, referralChange(referral, patch, { type: "referral.returned", data: { reason } }))
  },
)

/** The authority has reported all that it did. */
export const reportReferral = verb(
  { name: "referral.report", by: ["agency-officer"], input: Seen },
  async (ctx, seen): Promise<void> => {
    const { referral, status } = await own(ctx, seen, "report")
    await commit(ctx, referralChange(referral, { status }, { type: "referral.reported" }))
  },
)

import { type Change, commit } from "@/lib/audit"
import { caseAfter, caseChange, getCaseRecord } from "@/lib/case"
import { type Context, officialOf } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import type { Write } from "@/lib/store/transact"
import { referralChange } from "./change"
import { getReferralRecord } from "./find"
import { isDelivered, type Referral, type ReferralStatus } from "./referral"
import { getSeenReferral, Seen } from "./seen"

/** What is not in the own authority's inbox is not refused but unknown: its existence is no officer's business. */
export const requireInInbox = (ctx: Context, referral: Pick<Referral, "authorityId" | "dueAt">) => {
  if (officialOf(ctx).authorityId !== referral.authorityId || !isDelivered(referral))
    throw new DomainError("not-found", { reason: "referral" })
}

export const ReturnReason = Written({ min: 10, max: 3_000 })

/** What an authority does with a referral. */
export type AuthorityAct =
  | { readonly act: "acknowledge" | "accept" | "report" }
  | { readonly act: "return"; readonly reason: string }

/**
 * Does what an authority says, from the state that was read.
 * @param status what the act leads to
 * @param also what else becomes true at the same moment
 * @param others changes of other records with it
 * @throws {DomainError} conflict with the last change; conflict `case-status`
 */
export const commitAct = async (
  ctx: Context,
  referral: Referral,
  status: ReferralStatus,
  said: AuthorityAct,
  also: readonly Write[] = [],
  others: readonly Change[] = [],
): Promise<void> => {
  const { caseId, referralId, authorityId } = referral
  switch (said.act) {
    case "acknowledge": {
      const patch = { status, acknowledgedAt: ctx.now }
      await commit(ctx, referralChange(referral, patch, { type: "referral.acknowledged" }, also), ...others)
      return
    }
    case "accept": {
      const found = await getCaseRecord(caseId)
      const acting = caseAfter(found.status, "act")
      if (!acting) throw new DomainError("conflict", { reason: "case-status" })
      const data = { referralId, authorityId }
      await commit(
        ctx,
        referralChange(referral, { status }, { type: "referral.accepted" }, also),
        caseChange(found, { status: acting }, { type: "case.action-started", data }),
        ...others,
      )
      return
    }
    case "return": {
      const { reason } = said
      const patch = { status, returnedAt: ctx.now, returnReason: reason }
      const event = { type: "referral.returned", data: { reason } } as const
      await commit(ctx, referralChange(referral, patch, event, also), ...others)
      return
    }
    case "report":
      await commit(ctx, referralChange(referral, { status }, { type: "referral.reported" }, also), ...others)
  }
}

/** The same by an officer who has the referral on the screen. */
const act = async (ctx: Context, seen: Seen, said: AuthorityAct): Promise<void> => {
  requireInInbox(ctx, await getReferralRecord(seen.caseId, seen.referralId))
  const { referral, status } = await getSeenReferral(seen, said.act)
  await commitAct(ctx, referral, status, said)
}

/** The authority has it; the clock stops. */
export const acknowledgeReferral = verb(
  { name: "referral.acknowledge", by: ["agency-officer"], input: Seen },
  (ctx, seen): Promise<void> => act(ctx, seen, { act: "acknowledge" }),
)

/** The authority takes the case on. */
export const acceptReferral = verb(
  { name: "referral.accept", by: ["agency-officer"], input: Seen },
  (ctx, seen): Promise<void> => act(ctx, seen, { act: "accept" }),
)

/** The authority is not in charge, or cannot act; says why. */
export const returnReferral = verb(
  { name: "referral.return", by: ["agency-officer"], input: Seen.extend({ reason: ReturnReason }) },
  (ctx, { reason, ...seen }): Promise<void> => act(ctx, seen, { act: "return", reason }),
)

/** The authority has reported all that it did. */
export const reportReferral = verb(
  { name: "referral.report", by: ["agency-officer"], input: Seen },
  (ctx, seen): Promise<void> => act(ctx, seen, { act: "report" }),
)

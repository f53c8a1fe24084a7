import { z } from "zod"
import { listAuthorities } from "@/lib/authority"
import { getCaseRecord, heardTipsOf } from "@/lib/case"
import { collateralOf, type Finding } from "@/lib/collateral"
import { personOf } from "@/lib/kernel/context"
import { CaseId, ReferralId, type TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { cursorOf, type Page, pageOf, pageSize } from "@/lib/store/page"
import type { Target } from "@/lib/target"
import { getTipRecord } from "@/lib/tip"
import { requireInInbox } from "./act-on-referral"
import { getReferralRecord, referralsOf } from "./find"
import { overseers, oversees } from "./overseers"
import { isDelivered, isInboxStatus, type Referral, type ReferralRow, referralStatuses } from "./referral"
import { ReferralEntity } from "./referral.entity"

const tipsShownMax = 50

/** One page of referrals of a status, oldest first: to an agency officer, those of the own authority alone. */
export const listReferrals = verb(
  {
    name: "referral.list",
    by: [...overseers, "agency-officer"],
    input: z.object({
      status: z.enum(referralStatuses).default("delivered"),
      cursor: cursorOf("ref").optional(),
    }),
  },
  async (ctx, { status, cursor }): Promise<Page<ReferralRow>> => {
    const { authorityId: own } = personOf(ctx)
    const isInside = oversees(ctx)
    const inboxes = own && isInboxStatus(status) ? [own] : []
    const authorities = isInside
      ? (await listAuthorities(ctx, {})).map(({ authorityId }) => authorityId)
      : inboxes
    const pages = await Promise.all(
      authorities.map((authorityId) => {
        const query = ReferralEntity.query.inbox({ authorityId, status })
        return (cursor ? query.gt({ draftedAt: cursor.at, referralId: cursor.id }) : query).go({
          limit: pageSize + 1,
        })
      }),
    )
    const rows = pages
      .flatMap(({ data }) => data.map(({ row }) => row))
      .filter((row) => isInside || isDelivered(row))
    return pageOf(rows, ({ draftedAt, referralId }) => ({ at: draftedAt, id: referralId }))
  },
)

/** The referrals of a case, in the order they were drafted. */
export const listCaseReferrals = verb(
  {
    name: "referral.listOfCase",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({ caseId: CaseId }),
  },
  async (_ctx, { caseId }): Promise<Referral[]> => referralsOf(caseId),
)

/** Before its approval, which weighs all of them, there is none. */
const unweighedOf = async (
  { approvedBy, collateral }: Referral,
  sites: readonly string[],
): Promise<Finding[]> => {
  if (!approvedBy) return []
  const weighed = new Set(collateral?.found.map(({ site, kind }) => `${kind} ${site}`))
  return (await collateralOf(sites)).filter(({ site, kind }) => !weighed.has(`${kind} ${site}`))
}

/** Each way of writing once, however many tips have it. */
const distinct = (targets: readonly Target[]) => [
  ...new Map(targets.map((one) => [`${one.text} ${one.typed} ${one.accessCode}`, one])).values(),
]

export type ReferralFile = {
  readonly referral: Referral
  /** What could hurt others and nobody has weighed: of sites that joined the case since it was approved. */
  readonly unweighed: readonly Finding[]
  /** What the case's tips report. Never who reported. */
  readonly targets: readonly Target[]
  readonly tips: readonly {
    readonly description: string
    /** The receipt's number follows from it: absent for the authority. */
    readonly tipId?: TipId
  }[]
}

/**
 * A referral with what its authority needs to act.
 * @throws {DomainError} not-found, also for another authority's
 */
export const getReferral = verb(
  {
    name: "referral.get",
    by: [...overseers, "agency-officer"],
    input: z.object({ caseId: CaseId, referralId: ReferralId }),
  },
  async (ctx, { caseId, referralId }): Promise<ReferralFile> => {
    const referral = await getReferralRecord(caseId, referralId)
    const isInside = oversees(ctx)
    if (!isInside) requireInInbox(ctx, referral)
    const [{ sites }, ofCase] = await Promise.all([getCaseRecord(caseId), heardTipsOf(caseId, tipsShownMax)])
    const tips = await Promise.all(ofCase.slice(0, tipsShownMax).map(({ tipId }) => getTipRecord(tipId)))
    return {
      referral,
      unweighed: await unweighedOf(referral, sites),
      targets: distinct(tips.flatMap((tip) => tip.targets)),
      tips: tips.map(({ tipId, description }) => (isInside ? { description, tipId } : { description })),
    }
  },
)

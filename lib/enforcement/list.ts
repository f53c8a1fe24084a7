import { z } from "zod"
import { personOf } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { Cursor, type Page, pageOf, pageSize } from "@/lib/store/page"
import { getTipRecord } from "@/lib/tip"
import { requireOwn } from "./act-on-referral"
import { AuthorityEntity } from "./authority.entity"
import { type CaseRow, caseStatuses } from "./case"
import { CaseEntity } from "./case.entity"
import { type CaseFile, caseFileOf } from "./find"
import type { Measure } from "./measure"
import { type Referral, type ReferralRow, referralStatuses } from "./referral"
import { ReferralEntity } from "./referral.entity"

const insiders = ["moderator", "case-officer", "auditor", "administrator"] as const

/** One page of the cases of a status, oldest first. */
export const listCases = verb(
  {
    name: "case.list",
    by: insiders,
    input: z.object({ status: z.enum(caseStatuses).default("open"), cursor: Cursor.optional() }),
  },
  async (_ctx, { status, cursor }): Promise<Page<CaseRow>> => {
    const query = CaseEntity.query.worklist({ status })
    const { data } = await (cursor ? query.gt({ openedAt: cursor.at, caseId: cursor.id }) : query).go({
      limit: pageSize + 1,
    })
    return pageOf(
      data.map(({ row }) => row),
      ({ openedAt, caseId }) => ({ at: openedAt, id: caseId }),
    )
  },
)

/**
 * A case with its tips, referrals, measures and history.
 * @throws {DomainError} not-found
 */
export const getCase = verb(
  { name: "case.get", by: insiders, input: z.object({ caseId: z.string() }) },
  async (_ctx, { caseId }): Promise<CaseFile> => caseFileOf(caseId),
)

/** One page of referrals of a status, oldest first: to an agency officer, those of the own authority alone. */
export const listReferrals = verb(
  {
    name: "referral.list",
    by: ["case-officer", "agency-officer", "auditor", "administrator"],
    input: z.object({ status: z.enum(referralStatuses).default("delivered"), cursor: Cursor.optional() }),
  },
  async (ctx, { status, cursor }): Promise<Page<ReferralRow>> => {
    const person = personOf(ctx)
    const seesAll = person.roles.some((role) => role !== "agency-officer")
    const authorities = seesAll
      ? (await AuthorityEntity.query.all({}).go({ pages: "all" })).data.map(({ authorityId }) => authorityId)
      : [person.authorityId ?? ""].filter(Boolean)
    const pages = await Promise.all(
      authorities.map((authorityId) => {
        const query = ReferralEntity.query.inbox({ authorityId, status })
        return (cursor ? query.gt({ draftedAt: cursor.at, referralId: cursor.id }) : query).go({
          limit: pageSize + 1,
        })
      }),
    )
    const rows = pages.flatMap(({ data }) => data.map(({ row }) => row))
    return pageOf(rows, ({ draftedAt, referralId }) => ({ at: draftedAt, id: referralId }))
  },
)

export type ReferralFile = {
  readonly referral: Referral
  readonly measures: readonly Measure[]
  /** What the case's tips report, as text. Never who reported. */
  readonly targets: readonly string[]
  readonly tips: readonly { readonly tipId: string; readonly description: string }[]
}

/**
 * A referral with what its authority needs to act.
 * @throws {DomainError} not-found, also for another authority's
 */
export const getReferral = verb(
  {
    name: "referral.get",
    by: ["case-officer", "agency-officer", "auditor", "administrator"],
    input: z.object({ caseId: z.string(), referralId: z.string() }),
  },
  async (ctx, { caseId, referralId }): Promise<ReferralFile> => {
    const file = await caseFileOf(caseId)
    const referral = file.referrals.find((one) => one.referralId === referralId)
    if (!referral) throw new DomainError("not-found", { reason: "referral" })
    if (personOf(ctx).roles.every((role) => role === "agency-officer")) {
      requireOwn(ctx, referral)
      if (!referral.deliveredAt) throw new DomainError("not-found", { reason: "referral" })
    }
    const tips = await Promise.all(file.tips.slice(0, tipsShownMax).map(({ tipId }) => getTipRecord(tipId)))
    return {
      referral,
      measures: file.measures.filter((measure) => measure.referralId === referralId),
      targets: [...new Set(tips.flatMap((tip) => tip.targets.map(({ text }) => text)))],
      tips: tips.map(({ tipId, description }) => ({ tipId, description })),
    }
  },
)

const tipsShownMax = 50

import { z } from "zod"
import { commit, isLostRace } from "@/lib/audit"
import { authorityRecords } from "@/lib/authority"
import { type Context, personOf } from "@/lib/kernel/context"
import type { AuthorityId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { referralChange } from "./change"
import { getReferralRecord } from "./find"
import { overseers, oversees } from "./overseers"
import { isOverdue, type ReferralRow } from "./referral"
import { ReferralEntity } from "./referral.entity"

/** Of one authority; the oldest come first, and those are the overdue ones. */
const readMax = 500

const overdueOf = async (authorityId: AuthorityId, now: string): Promise<ReferralRow[]> => {
  const { data } = await ReferralEntity.query
    .inbox({ authorityId, status: "delivered" })
    .go({ count: readMax })
  return data.map(({ row }) => row).filter((row) => isOverdue(row, now))
}

const byDue = (a: ReferralRow, b: ReferralRow) => ((a.dueAt ?? "") < (b.dueAt ?? "") ? -1 : 1)

/** Referrals whose receipt was not acknowledged in time, the longest overdue first: to an officer, the own authority's. */
export const listOverdue = verb(
  { name: "referral.listOverdue", by: [...overseers, "agency-officer"], input: z.object({}) },
  async (ctx): Promise<ReferralRow[]> => {
    const { authorityId: own } = personOf(ctx)
    const inboxes = own ? [own] : []
    const authorities = oversees(ctx)
      ? (await authorityRecords()).map(({ authorityId }) => authorityId)
      : inboxes
    const rows = await Promise.all(authorities.map((authorityId) => overdueOf(authorityId, ctx.now)))
    return rows.flat().toSorted(byDue)
  },
)

const returnedDays = 14
const returnedReadMax = 200

const returnedOf = async (authorityId: AuthorityId, now: string): Promise<ReferralRow[]> => {
  const since = new Date(Date.parse(now) - returnedDays * 86_400_000).toISOString()
  const { data } = await ReferralEntity.query
    .inbox({ authorityId, status: "returned" })
    .go({ limit: returnedReadMax, order: "desc" })
  return data.map(({ row }) => row).filter(({ returnedAt = "" }) => returnedAt >= since)
}

/** What case officers have to look after: referrals that are overdue, and those returned within a fortnight. */
export const countAttention = verb(
  { name: "referral.countAttention", by: overseers, input: z.object({}) },
  async (ctx): Promise<{ overdue: number; returned: number }> => {
    const counts = (await authorityRecords()).map(async ({ authorityId }) => {
      const [overdue, returned] = await Promise.all([
        overdueOf(authorityId, ctx.now),
        returnedOf(authorityId, ctx.now),
      ])
      return { overdue: overdue.length, returned: returned.length }
    })
    const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)
    const all = await Promise.all(counts)
    return { overdue: sum(all.map((one) => one.overdue)), returned: sum(all.map((one) => one.returned)) }
  },
)

/**
 * Puts each overdue referral on record once, so that its case and its authority's system are told. Done again, or while
 * somebody acts on it, it changes nothing.
 */
export const remindOverdue = verb(
  { name: "referral.remindOverdue", by: ["system"], input: z.object({}) },
  async (ctx): Promise<{ reminded: number }> => {
    let reminded = 0
    for (const { authorityId } of await authorityRecords())
      for (const row of await overdueOf(authorityId, ctx.now))
        if (!row.remindedAt && (await remind(ctx, row))) reminded += 1
    return { reminded }
  },
)

const remind = async (ctx: Context, { caseId, referralId }: ReferralRow): Promise<boolean> => {
  const referral = await getReferralRecord(caseId, referralId)
  const { dueAt, remindedAt } = referral
  if (!dueAt || remindedAt || !isOverdue(referral, ctx.now)) return false
  const event = { type: "referral.overdue", data: { dueAt } } as const
  try {
    await commit(ctx, referralChange(referral, { remindedAt: ctx.now }, event))
    return true
  } catch (error) {
    if (!isLostRace(error)) throw error
    return false
  }
}

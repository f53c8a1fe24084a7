import { z } from "zod"
import { campaignAfter, listCampaigns } from "@/lib/campaign"
import { reportsOf } from "@/lib/case"
import { type Context, personOf } from "@/lib/kernel/context"
import { isDomainError } from "@/lib/kernel/errors"
import { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { settingsNow } from "@/lib/settings"
import { claimTip, getTipRecord, queues, type Tip, type TipRow, undecidedRows } from "@/lib/tip"
import { type Priority, priorityOf } from "./priority"

/** Rows of each shard that are weighed: the oldest, and as many of those that name an urgency. */
const rowsPerShard = 25
/** How many of the most pressing are weighed again with the reports on their site. */
const weighedMax = 10
/** Rivals for the same tip choose among so many, so that they do not meet again and again. */
const spread = 5

const focusOfRunning = async (ctx: Context) =>
  (await listCampaigns(ctx, {}))
    .filter(({ state }) => campaignAfter(state, "accept-tip"))
    .flatMap(({ focus }) => focus)

type Weighed = { readonly row: TipRow; readonly points: number }

const byPoints = (a: Weighed, b: Weighed) =>
  b.points - a.points || (a.row.receivedAt < b.row.receivedAt ? -1 : 1)

/** The waiting tips of a queue, the most pressing first. */
const mostPressing = async (ctx: Context, rows: readonly TipRow[]): Promise<TipRow[]> => {
  const [focus, { targets }] = await Promise.all([focusOfRunning(ctx), settingsNow()])
  const surroundings = { now: ctx.now, targets, focus }
  const sorted = rows
    .map((row): Weighed => ({ row, points: priorityOf(row, surroundings).points }))
    .toSorted(byPoints)
  const first = sorted.slice(0, weighedMax)
  const known = await Promise.all(first.map(({ row }) => reportsOf(row.site)))
  const weighed = first.map(({ row }, at): Weighed => {
    const { points } = priorityOf(row, { ...surroundings, reports: known[at] ?? 0 })
    return { row, points }
  })
  return [...weighed.toSorted(byPoints), ...sorted.slice(weighedMax)].map(({ row }) => row)
}

/**
 * Hands out the next tip. Looked through are the oldest that wait, and the oldest that name an urgency: the cost does
 * not grow with the queue. First comes what the person holds already, else the most pressing one that waits, claimed. No two
 * people get the same.
 * @param skipped tips that the person has just laid aside
 * @returns undefined when nothing waits
 */
export const takeNext = verb(
  {
    name: "desk.takeNext",
    by: ["moderator"],
    input: z.object({
      queue: z.enum(queues).default("citizens"),
      skipped: z.array(TipId).max(50).default([]),
    }),
  },
  async (ctx, { queue, skipped }): Promise<Tip | undefined> => {
    const { id } = personOf(ctx)
    const may = ({ tipId, notFor }: TipRow) => !skipped.includes(tipId) && notFor !== id
    const { claimed, waiting } = await undecidedRows(ctx.now, { queue, limit: rowsPerShard })
    const own = claimed.filter((row) => row.claimedById === id && may(row))
    return (
      (await claimFirst(ctx, own)) ?? (await claimFirst(ctx, await mostPressing(ctx, waiting.filter(may))))
    )
  },
)

/** Claims the first that nobody else was faster at. */
const claimFirst = async (ctx: Context, rows: readonly TipRow[]): Promise<Tip | undefined> => {
  const left = [...rows]
  let pick = 0
  while (left.length > 0) {
    const [row] = left.splice(Math.min(pick, left.length - 1), 1)
    if (!row) break
    try {
      return await claimTip(ctx, { tipId: row.tipId })
    } catch (error) {
      if (!isDomainError(error) || error.code !== "conflict") throw error
      // Others who lost to the same person would otherwise meet at the next tip, too.
      pick = Math.floor(Math.random() * spread)
    }
  }
  return undefined
}

/** How pressing one tip is, for the page that shows it. @throws {DomainError} not-found */
export const weighTip = verb(
  {
    name: "desk.weighTip",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({ tipId: TipId }),
  },
  async (ctx, { tipId }): Promise<Priority> => {
    const [tip, focus, { targets }] = await Promise.all([
      getTipRecord(tipId),
      focusOfRunning(ctx),
      settingsNow(),
    ])
    const reports = await Promise.all(tip.sites.map(reportsOf))
    const surroundings = { now: ctx.now, targets, focus, reports: Math.max(0, ...reports) }
    return priorityOf({ ...tip, holderId: tip.source?.holderId }, surroundings)
  },
)

import { z } from "zod"
import { requireSeen } from "@/lib/audit"
import { markDuplicate, reopenTip } from "@/lib/case"
import { type Context, personOf } from "@/lib/kernel/context"
import { type DomainError, isDomainError } from "@/lib/kernel/errors"
import type { TipId } from "@/lib/kernel/id"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { cursorOf, pageOf } from "@/lib/store/page"
import {
  acceptTip,
  after,
  claimHolds,
  claimTip,
  declineTip,
  getTipRecord,
  releaseTip,
  Seen,
  type Tip,
  tipsOfSite,
} from "@/lib/tip"

/** Decided in one call: few enough that it ends well within the time that a request may take. */
export const decidedAtOnceMax = 25

/** What is done to each of several tips, by the verb that does it to one. */
const Decision = z.discriminatedUnion("act", [
  z.object({ act: z.literal("accept"), campaign: z.string().max(100) }),
  z.object({
    act: z.literal("decline"),
    reason: z.string().min(1).max(60),
    wording: z.string().max(2_000).optional(),
  }),
  z.object({ act: z.literal("duplicate"), of: z.string().max(60) }),
])
type Decision = z.infer<typeof Decision>

/** What became of one of several tips: done, or why not. */
export type RowOutcome = {
  readonly tipId: TipId
  /** Where the tip stands after it was done; what takes it back names it. */
  readonly version?: number
  readonly refused?: DomainError
}

/**
 * Decides several tips, each by itself and as the person saw it: one that somebody holds, or that has changed since, is
 * left alone and named. What one cannot be done for is in no way tied to the others.
 */
export const decideMany = verb(
  {
    name: "desk.decideMany",
    by: ["moderator"],
    input: z.object({ tips: z.array(Seen).min(1).max(decidedAtOnceMax), decision: Decision }),
  },
  (ctx, { tips, decision }): Promise<RowOutcome[]> =>
    oneByOne(tips, async (seen) => {
      const { tipId, version } = await getTipRecord(seen.tipId)
      await requireSeen({ file: tipId, version, seen: seen.version })
      return decideOne(ctx, tipId, decision)
    }),
)

export type SiteDecided = {
  readonly outcomes: readonly RowOutcome[]
  /** Where to go on, while more of the site's tips may wait. */
  readonly next?: string
}

/** The same for the next tips of a site that wait and that nobody else holds, the oldest first. */
export const decideSite = verb(
  {
    name: "desk.decideSite",
    by: ["moderator"],
    input: z.object({
      site: z.string().min(1).max(500),
      cursor: cursorOf("tip").optional(),
      decision: Decision,
    }),
  },
  async (ctx, { site, cursor, decision }): Promise<SiteDecided> => {
    const read = await tipsOfSite(site, cursor, decidedAtOnceMax + 1)
    const { rows, next } = pageOf(
      read,
      ({ receivedAt, tipId }) => ({ at: receivedAt, id: tipId }),
      decidedAtOnceMax,
    )
    const waiting = rows.filter((tip) => waits(ctx, tip))
    return { outcomes: await oneByOne(waiting, ({ tipId }) => decideOne(ctx, tipId, decision)), next }
  },
)

/** Takes back several decisions as they stand; one that has changed since is left alone and named. */
export const reopenMany = verb(
  {
    name: "desk.reopenMany",
    by: ["moderator"],
    input: z.object({
      tips: z.array(Seen).min(1).max(decidedAtOnceMax),
      act: z.enum(["accept", "decline", "duplicate"]),
      reason: Written({ min: 4, max: 2_000 }),
    }),
  },
  (ctx, { tips, act, reason }): Promise<RowOutcome[]> =>
    oneByOne(tips, async ({ tipId, version: decidedAt }) => {
      const { version, status } = await getTipRecord(tipId)
      // An accepted tip joins its case by itself, which is one more version.
      const isAsDecided = status === statusAfter[act] && version <= decidedAt + (act === "accept" ? 1 : 0)
      if (!isAsDecided) await requireSeen({ file: tipId, version, seen: decidedAt })
      return reopenTip(ctx, { tipId, version, reason })
    }),
)

const statusAfter = { accept: "accepted", decline: "declined", duplicate: "duplicate" } as const

/** The reporter may still answer what was asked, so that nobody takes it up unseen. */
const waits = (ctx: Context, tip: Tip) =>
  tip.status !== "awaiting-reporter" &&
  after(tip.status, "claim") !== undefined &&
  (!claimHolds(tip, ctx.now) || tip.claim?.id === personOf(ctx).id)

const oneByOne = async <Row extends { readonly tipId: TipId }>(
  rows: readonly Row[],
  act: (row: Row) => Promise<Tip>,
): Promise<RowOutcome[]> => {
  const outcomes: RowOutcome[] = []
  for (const row of rows)
    try {
      const { version } = await act(row)
      outcomes.push({ tipId: row.tipId, version })
    } catch (error) {
      if (!isDomainError(error) || isOfAll(error)) throw error
      outcomes.push({ tipId: row.tipId, refused: error })
    }
  return outcomes
}

/** What is wrong with the decision itself is wrong for every tip, and so is who decides. */
const isOfAll = ({ code, issues }: DomainError) =>
  code === "forbidden" ||
  code === "unauthenticated" ||
  (code === "invalid" &&
    issues.some(
      ({ rule }) =>
        rule !== "duplicate-other-site" && rule !== "duplicate-of-later" && rule !== "campaign-not-demo",
    ))

/** Claims a tip, decides it, and gives it back where that was refused. */
const decideOne = async (ctx: Context, tipId: TipId, decision: Decision): Promise<Tip> => {
  const claimed = await claimTip(ctx, { tipId })
  const seen = { tipId, version: claimed.version }
  try {
    return await decide(ctx, seen, decision)
  } catch (error) {
    await releaseTip(ctx, seen).catch(() => undefined)
    throw error
  }
}

const decide = (ctx: Context, seen: { tipId: TipId; version: number }, decision: Decision): Promise<Tip> => {
  switch (decision.act) {
    case "accept":
      return acceptTip(ctx, { ...seen, campaign: decision.campaign })
    case "decline":
      return declineTip(ctx, { ...seen, reason: decision.reason, wording: decision.wording })
    case "duplicate":
      return markDuplicate(ctx, { ...seen, of: decision.of })
  }
}

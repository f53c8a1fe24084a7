import { z } from "zod"
import { type Context, personOf, personRefOf } from "@/lib/kernel/context"
import { invalid } from "@/lib/kernel/errors"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { findColleague } from "@/lib/session"
import { changeTip } from "./change"
import { getClaimedTip, Seen } from "./claimed"
import type { Tip } from "./tip"

/** What is handed to a colleague waits for them so long: they may be off until tomorrow. */
export const handedHours = 24

/**
 * Hands a tip that one holds to a colleague, whose claim it becomes.
 * @throws {DomainError} invalid `colleague-unknown`, where the person is no moderator, has left, or is oneself
 * @throws {DomainError} conflict `tip-not-yours`; conflict with the last change
 */
export const handOverTip = verb(
  { name: "tip.handOver", by: ["moderator"], input: Seen.extend({ to: z.string().min(1).max(200) }) },
  async (ctx, { tipId, version, to }): Promise<Tip> => {
    const { tip, status } = await getClaimedTip(ctx, { tipId, version }, "hand-over")
    const { id, name } = await colleague(ctx, to)
    const until = new Date(Date.parse(ctx.now) + handedHours * 3_600_000).toISOString()
    return changeTip(
      ctx,
      tip,
      { status, claim: { id, name, until } },
      { type: "tip.handed-over", data: { to: { id, name } } },
    )
  },
)

/**
 * Gives a tip that one holds back to the queue, for a second opinion: anybody else may take it, and decides it alone.
 * @throws {DomainError} conflict `tip-not-yours`; conflict with the last change
 */
export const escalateTip = verb(
  {
    name: "tip.escalate",
    by: ["moderator"],
    input: Seen.extend({ reason: Written({ min: 4, max: 2_000 }) }),
  },
  async (ctx, { tipId, version, reason }): Promise<Tip> => {
    const { tip, status } = await getClaimedTip(ctx, { tipId, version }, "escalate")
    const another = { than: personRefOf(ctx), why: "escalated" as const, at: ctx.now }
    return changeTip(ctx, tip, { status, claim: null, another }, { type: "tip.escalated", data: { reason } })
  },
)

const colleague = async (ctx: Context, personId: string) => {
  const found = personId === personOf(ctx).id ? undefined : await findColleague(personId)
  if (!found?.roles.includes("moderator")) throw invalid(["to"], "colleague-unknown")
  return { id: found.personId, name: found.name }
}

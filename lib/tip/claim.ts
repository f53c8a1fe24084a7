import { z } from "zod"
import { personOf } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { changeTip } from "./change"
import { getClaimedTip, Seen } from "./claimed"
import { getTipRecord } from "./find"
import { after } from "./lifecycle"
import { awaitsAnswer, claimHolds, leaseMinutes, type Tip } from "./tip"

/**
 * Takes a tip for oneself, for half an hour; claiming one's own again renews the lease.
 * @throws {DomainError} conflict naming the holder while another's lease lasts; conflict `tip-status`, or
 * `tip-awaits-answer` while the reporter still has time to answer
 */
export const claimTip = verb(
  { name: "tip.claim", by: ["moderator"], input: z.object({ tipId: TipId }) },
  async (ctx, { tipId }): Promise<Tip> => {
    const person = personOf(ctx)
    const tip = await getTipRecord(tipId)
    if (tip.claim && tip.claim.id !== person.id && claimHolds(tip, ctx.now))
      throw new DomainError("conflict", {
        reason: "tip-claimed",
        lastChange: { by: tip.claim.name, at: leaseStart(tip.claim.until), did: "tip.claimed" },
      })
    if (awaitsAnswer(tip, ctx.now)) throw new DomainError("conflict", { reason: "tip-awaits-answer" })
    const status = after(tip.status, "claim")
    if (!status) throw new DomainError("conflict", { reason: "tip-status" })
    const until = new Date(Date.parse(ctx.now) + leaseMinutes * 60_000).toISOString()
    return changeTip(
      ctx,
      tip,
      { status, claim: { id: person.id, name: person.name, until } },
      { type: "tip.claimed" },
    )
  },
)

/** Gives a claimed tip back to the queue. */
export const releaseTip = verb(
  { name: "tip.release", by: ["moderator"], input: Seen },
  async (ctx, seen): Promise<Tip> => {
    const { tip, status } = await getClaimedTip(ctx, seen, "release")
    return changeTip(ctx, tip, { status, claim: null }, { type: "tip.released" })
  },
)

const leaseStart = (until: string) => new Date(Date.parse(until) - leaseMinutes * 60_000).toISOString()

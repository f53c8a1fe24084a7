import { z } from "zod"
import { conflictAt } from "@/lib/audit"
import { type Context, personOf, personRefOf } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { ConditionFailed, transact, update } from "@/lib/store/transact"
import { changeTip } from "./change"
import { getClaimedTip, getSeenTip, Seen } from "./claimed"
import { getTipRecord } from "./find"
import { after } from "./lifecycle"
import { awaitsAnswer, type Claim, claimHolds, leaseMinutes, rowOf, type Tip } from "./tip"
import { TipEntity } from "./tip.entity"

/**
 * Takes a tip for oneself, for ten minutes; claiming one's own again renews the lease.
 * @throws {DomainError} conflict naming the holder while another's lease lasts; conflict `tip-status`, or
 * `tip-awaits-answer` while the reporter still has time to answer, `tip-another-person` for whom it is not
 */
export const claimTip = verb(
  { name: "tip.claim", by: ["moderator"], input: z.object({ tipId: TipId }) },
  async (ctx, { tipId }): Promise<Tip> => {
    const tip = await getTipRecord(tipId)
    if (tip.claim && tip.claim.id !== personOf(ctx).id && claimHolds(tip, ctx.now))
      throw new DomainError("conflict", {
        reason: "tip-claimed",
        lastChange: { by: tip.claim.name, at: leaseStart(tip.claim.until), did: "tip.claimed" },
      })
    if (awaitsAnswer(tip, ctx.now)) throw new DomainError("conflict", { reason: "tip-awaits-answer" })
    const status = after(tip.status, "claim")
    if (!status) throw new DomainError("conflict", { reason: "tip-status" })
    requireAnother(ctx, tip)
    const { reviewedAt = ctx.now } = tip
    return changeTip(ctx, tip, { status, claim: claimOf(ctx), reviewedAt }, { type: "tip.claimed" })
  },
)

/**
 * Prolongs one's own claim while one is at work. It changes what is held for how long and no more: the version stays,
 * so that what is being written about the tip is not overtaken, and no event is recorded.
 * @returns until when the claim lasts
 * @throws {DomainError} conflict with the last change, when the tip was decided or somebody else took it over
 */
export const renewClaim = verb(
  { name: "tip.renewClaim", by: ["moderator"], input: z.object({ tipId: TipId }) },
  async (ctx, { tipId }): Promise<{ until: string }> => {
    const tip = await getTipRecord(tipId)
    const claim = claimOf(ctx)
    if (tip.status !== "screening" || tip.claim?.id !== claim.id) throw await conflictAt(tipId, tipId)
    try {
      await transact([
        update(
          TipEntity.patch({ tipId })
            .set({ claim, row: rowOf({ ...tip, claim }) })
            .where(({ version }, { eq }) => eq(version, tip.version)),
        ),
      ])
    } catch (error) {
      throw error instanceof ConditionFailed ? await conflictAt(tipId, tipId) : error
    }
    return { until: claim.until }
  },
)

/**
 * Takes over a tip that another moderator holds. Whom it was taken from stays on record.
 * @throws {DomainError} conflict `tip-status`; conflict with the last change
 */
export const takeOverTip = verb(
  { name: "tip.takeOver", by: ["moderator"], input: Seen },
  async (ctx, seen): Promise<Tip> => {
    const { tip, status } = await getSeenTip(seen, "take-over")
    requireAnother(ctx, tip)
    const { id, name } = tip.claim ?? personRefOf(ctx)
    return changeTip(
      ctx,
      tip,
      { status, claim: claimOf(ctx) },
      { type: "tip.taken-over", data: { from: { id, name } } },
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

/** Who has given a tip on for another's view does not take it back, nor does who decided what is objected to. */
const requireAnother = (ctx: Context, { another }: Tip) => {
  if (another?.than.id === personOf(ctx).id)
    throw new DomainError("conflict", { reason: "tip-another-person" })
}

const leaseMs = leaseMinutes * 60_000
const leaseStart = (until: string) => new Date(Date.parse(until) - leaseMs).toISOString()

const claimOf = (ctx: Context): Claim => {
  const { id, name } = personOf(ctx)
  return { id, name, until: new Date(Date.parse(ctx.now) + leaseMs).toISOString() }
}

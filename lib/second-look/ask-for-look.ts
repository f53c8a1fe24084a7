import { z } from "zod"
import { commit, eventsOf, initialHead, isLostRace } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { sha256 } from "@/lib/kernel/crypto"
import { DomainError } from "@/lib/kernel/errors"
import { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { settingsNow } from "@/lib/settings"
import { put } from "@/lib/store/transact"
import { findTip, getTipRecord, type Tip } from "@/lib/tip"
import type { Look, Opinion, Verdict } from "./look"
import { LookEntity } from "./look.entity"

const verdictOfStatus: Readonly<Partial<Record<Tip["status"], Verdict>>> = {
  accepted: "accept",
  declined: "decline",
  duplicate: "duplicate",
}

/** Of a hundred, even over all events and the same however often it is asked. */
const drawOf = (eventId: string) => Number.parseInt(sha256(`second look ${eventId}`).slice(0, 8), 16) % 100

/**
 * Draws, of every hundred decisions, as many as the desk's settings say for a second look. Which ones, nobody knows
 * before; done twice, it draws the same.
 */
export const drawForLook = verb(
  {
    name: "second-look.draw",
    by: ["system"],
    input: z.object({ tipId: TipId, eventId: z.string(), at: z.iso.datetime() }),
  },
  async (ctx, { tipId, eventId, at }): Promise<void> => {
    const { targets } = await settingsNow()
    if (drawOf(eventId) >= targets.secondLookPercent) return
    const tip = await findTip(tipId)
    // What was taken back or decided anew meanwhile has another event.
    if (tip?.decidedAt !== at) return
    await ask(ctx, tip, eventId, {})
  },
)

/**
 * Has the standing decision of a tip looked at as an example of which the answer is known.
 * @throws {DomainError} not-found; conflict `tip-status`, where nothing is decided; conflict when it was asked before
 */
export const askForLook = verb(
  { name: "second-look.ask", by: ["administrator"], input: z.object({ tipId: TipId }) },
  async (ctx, { tipId }): Promise<void> => {
    const [tip, events] = await Promise.all([getTipRecord(tipId), eventsOf(tipId)])
    const decision = events.findLast(({ subject, at }) => subject === tipId && at === tip.decidedAt)
    if (!decision || !(await ask(ctx, tip, decision.eventId, { isGolden: true })))
      throw new DomainError("conflict", { reason: "tip-status" })
  },
)

/** @returns whether there is a decision by a person to look at */
const ask = async (
  ctx: Context,
  tip: Tip,
  lookId: string,
  kind: Pick<Look, "isGolden">,
): Promise<boolean> => {
  const verdict = verdictOfStatus[tip.status]
  if (!verdict || !tip.decidedBy || !tip.decidedAt) return false
  const first: Opinion = {
    verdict,
    by: tip.decidedBy,
    at: tip.decidedAt,
    ...(tip.declined ? { reason: tip.declined.reason } : {}),
  }
  const look: Look = { tipId: tip.tipId, lookId, category: tip.category, first, ...kind }
  try {
    await commit(ctx, {
      file: tip.tipId,
      subject: `look#${lookId}`,
      from: initialHead,
      event: { type: "second-look.asked", data: kind },
      record: (next) =>
        put(LookEntity.create({ ...look, ...next, state: "waiting", since: ctx.now, row: look })),
    })
  } catch (error) {
    // Drawn before, by an event that came twice.
    if (ctx.actor.kind !== "system" || !isLostRace(error)) throw error
  }
  return true
}

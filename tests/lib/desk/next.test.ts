import { beforeAll, describe, expect, it } from "vitest"
import { eventsOf } from "@/lib/audit"
import { takeNext, weighTip } from "@/lib/desk"
import type { Context } from "@/lib/kernel/context"
import type { TipId } from "@/lib/kernel/id"
import { submitTip } from "@/lib/reporter"
import { acceptTip, claimTip, declineTip, getTip, listTips, releaseTip } from "@/lib/tip"
import { aTip, runningCampaign } from "@/tests/support/factory"
import { as, moderator, visitor } from "@/tests/support/people"

const minute = (at: number) => new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString()
const send = async (at: number, change: Parameters<typeof aTip>[0] = {}) =>
  (await submitTip(visitor(minute(at)), aTip(change))).tipId

const emptied = async (ctx: Context) => {
  for (let tip = await takeNext(ctx, {}); tip; tip = await takeNext(ctx, {}))
    await declineTip(ctx, { tipId: tip.tipId, version: tip.version, reason: "abusive" })
}

describe("the next tip", () => {
  beforeAll(runningCampaign)

  it("is the most pressing that waits, urgent ones of a long queue included", async () => {
    await emptied(as("mei"))
    for (let at = 0; at < 30; at++) await send(at)
    const urgent = await send(40, { urgency: "live-now" })
    const taken = await takeNext(as("mei", minute(41)), {})
    expect(taken).toMatchObject({ tipId: urgent, status: "screening", claim: { name: "Mei" } })
    const { reasons } = await weighTip(as("mei", minute(41)), { tipId: urgent })
    expect(reasons[0]).toMatchObject({ kind: "urgency" })
  })

  it("is first what the person holds already, unless it was laid aside", async () => {
    const held = await takeNext(as("mei", minute(41)), {})
    expect(held?.tipId).toBeDefined()
    const again = await takeNext(as("mei", minute(42)), {})
    expect(again?.tipId).toBe(held?.tipId)
    const skipped: TipId[] = held ? [held.tipId] : []
    const other = await takeNext(as("mei", minute(42)), { skipped })
    expect(other?.tipId).not.toBe(held?.tipId)
  })

  it("is what somebody claimed and left, as soon as the lease ends, and is listed as waiting", async () => {
    await emptied(as("mei"))
    const tipId = await send(50)
    await claimTip(as("bo", minute(51)), { tipId })
    expect(await takeNext(as("mei", minute(60)), {})).toBeUndefined()
    const waiting = async (at: number) =>
      (await listTips(as("mei", minute(at)), {})).rows.map((row) => row.tipId)
    expect(await waiting(60)).not.toContain(tipId)
    expect(await waiting(62)).toContain(tipId)
    const held = await listTips(as("mei", minute(62)), { status: "screening" })
    expect(held.rows.map((row) => row.tipId)).not.toContain(tipId)
    expect((await takeNext(as("mei", minute(62)), {}))?.tipId).toBe(tipId)
  })

  it("is nothing when nothing waits, and is handed out to moderators alone", async () => {
    await emptied(as("mei"))
    expect(await takeNext(as("mei"), {})).toBeUndefined()
    for (const name of ["cai", "pia", "auditor", "administrator"] as const)
      await expect(takeNext(as(name), {})).rejects.toMatchObject({ code: "forbidden" })
  })

  it("is another one for each of twenty moderators, and every tip is decided exactly once", async () => {
    await emptied(as("mei"))
    const sent: TipId[] = []
    for (let at = 0; at < 120; at++)
      sent.push(await send(at, { urgency: at % 3 === 0 ? "children" : undefined }))
    const decided: TipId[] = []
    const work = async (name: string, at: number) => {
      const ctx = moderator(name)
      const released = new Set<TipId>()
      for (let tip = await takeNext(ctx, {}); tip; tip = await takeNext(ctx, {})) {
        const { tipId, version } = tip
        // Each once: when all others have ended nothing changes any more, and it would be taken and released for ever.
        if ((decided.length + at) % 7 === 0 && !released.has(tipId)) {
          released.add(tipId)
          await releaseTip(ctx, { tipId, version })
        } else {
          if (at % 2 === 0) await acceptTip(ctx, { tipId, version, campaign: "demo-2026" })
          else await declineTip(ctx, { tipId, version, reason: "site-gone" })
          decided.push(tipId)
        }
      }
    }
    await Promise.all(Array.from({ length: 20 }, (_, at) => work(`moderator-${at}`, at)))
    expect(decided.toSorted()).toEqual(sent.toSorted())
    for (const tipId of sent) {
      const { tip } = await getTip(as("auditor"), { tipId })
      expect(["accepted", "declined"]).toContain(tip.status)
      expect(tip.claim).toBeUndefined()
      const decisions = (await eventsOf(tipId)).filter(({ type }) => /accepted|declined/.test(type))
      expect(decisions).toHaveLength(1)
    }
  }, 120_000)
})

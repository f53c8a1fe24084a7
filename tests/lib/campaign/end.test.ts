import { describe, expect, it } from "vitest"
import { eventsOf } from "@/lib/audit"
import {
  addToRunningFigure,
  endCampaign,
  findCampaign,
  findCampaignRecord,
  getCampaign,
  importCampaign,
  listCampaignFigures,
  openCampaign,
  proposeEnd,
  withdrawEnd,
} from "@/lib/campaign"
import type { Context } from "@/lib/kernel/context"
import { transact } from "@/lib/store/transact"
import { acceptTip, claimTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as, system, visitor } from "@/tests/support/people"

const campaign = (slug: string) => ({
  slug,
  year: 2025,
  name: { zh: "行动", en: "Campaign" },
  period: { from: "2025-05" },
  agencies: ["mps"],
  focus: [],
})
const opened = async (slug: string) => {
  await openCampaign(system(), campaign(slug))
  await transact([
    addToRunningFigure({
      campaign: slug,
      metric: "links-removed",
      quantity: 5,
      at: "2025-06-01T00:00:00.000Z",
    }),
  ])
  return { slug, version: 1, endedOn: "2025-06-30" }
}

/** As a first person proposes it. */
const proposed = async (slug: string) => {
  const seen = await opened(slug)
  await proposeEnd(as("quan"), seen)
  return { slug, version: 2 }
}

describe("a campaign that ends", () => {
  it("keeps its last day, takes no tip, and offers its count as running no more", async () => {
    const seen = await proposed("over")
    await endCampaign(as("administrator"), seen)
    const { campaign: after, figures } = await getCampaign(visitor(), { slug: "over" })
    expect(after).toMatchObject({ state: "ended", endedOn: "2025-06-30" })
    expect(figures).toEqual([])
    expect((await eventsOf("campaign#over")).at(-1)).toMatchObject({
      type: "campaign.ended",
      data: { endedOn: "2025-06-30" },
    })
    const { tipId } = await submitted()
    const { version } = await claimTip(as("mei"), { tipId })
    await expect(acceptTip(as("mei"), { tipId, version, campaign: "over" })).rejects.toMatchObject({
      issues: [{ rule: "campaign-not-running" }],
    })
  })

  it("stays ended when more is said of it, or the seed says the same again", async () => {
    await endCampaign(as("pia"), await proposed("stays"))
    await openCampaign(system(), campaign("stays"))
    await openCampaign(system(), { ...campaign("stays"), focus: ["apps"] })
    expect(await findCampaignRecord("stays")).toMatchObject({
      state: "ended",
      endedOn: "2025-06-30",
      focus: ["apps"],
    })
  })

  it("takes two people", async () => {
    const seen = await opened("two")
    await expect(endCampaign(as("pia"), { slug: "two", version: 1 })).rejects.toMatchObject({
      reason: "end-not-proposed",
    })
    await proposeEnd(as("quan"), seen)
    await expect(endCampaign(as("quan"), { slug: "two", version: 2 })).rejects.toMatchObject({
      code: "forbidden",
      reason: "second-person",
    })
    expect((await findCampaignRecord("two"))?.state).toBe("running")
    expect(await findCampaign("two")).not.toHaveProperty("ending")
  })

  it("goes on when the proposal is withdrawn", async () => {
    const seen = await proposed("goes-on")
    await withdrawEnd(as("quan"), seen)
    await expect(withdrawEnd(as("quan"), { ...seen, version: 3 })).rejects.toMatchObject({
      reason: "end-not-proposed",
    })
    await expect(endCampaign(as("pia"), { ...seen, version: 3 })).rejects.toMatchObject({
      reason: "end-not-proposed",
    })
    expect((await eventsOf("campaign#goes-on")).map(({ type }) => type)).toEqual([
      "campaign.opened",
      "campaign.end-proposed",
      "campaign.end-withdrawn",
    ])
  })

  it("stays proposed when more is said of the campaign", async () => {
    const seen = await proposed("said-more")
    await openCampaign(system(), { ...campaign("said-more"), focus: ["apps"] })
    await endCampaign(as("pia"), { ...seen, version: 3 })
    expect((await findCampaign("said-more"))?.endedOn).toBe("2025-06-30")
  })

  it("ends once, and whoever comes later learns who was faster", async () => {
    const seen = await proposed("once")
    const both = await Promise.allSettled([
      endCampaign(as("pia"), seen),
      endCampaign(as("administrator"), seen),
    ])
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    await expect(endCampaign(as("pia"), seen)).rejects.toMatchObject({
      lastChange: { did: "campaign.ended" },
    })
    await expect(endCampaign(as("pia"), { ...seen, version: 3 })).rejects.toMatchObject({
      reason: "campaign-not-running",
    })
  })

  it.each([
    ["2999-01-01", "in-future"],
    ["2025-04-30", "too-early"],
    ["soon", "wrong-format"],
  ])("is refused the last day %s", async (endedOn, rule) => {
    const seen = await opened(`day-${rule}`)
    await expect(proposeEnd(as("pia"), { ...seen, endedOn })).rejects.toMatchObject({
      issues: [{ path: ["endedOn"], rule }],
    })
  })

  it("is not an imported one, nor ended by an officer", async () => {
    await importCampaign(system(), { ...campaign("long-over"), figures: [] })
    const seen = { slug: "long-over", version: 1, endedOn: "2025-06-30" }
    await expect(proposeEnd(as("pia"), seen)).rejects.toMatchObject({ reason: "campaign-not-running" })
    const { endedOn: _, ...asSeen } = seen
    for (const act of [endCampaign, withdrawEnd]) {
      await expect(act(as("pia"), asSeen)).rejects.toMatchObject({ reason: "campaign-not-running" })
      await expect(act(as("cai"), asSeen)).rejects.toMatchObject({ code: "forbidden" })
      await expect(act(as("pia"), { ...asSeen, slug: "nowhere" })).rejects.toMatchObject({
        code: "not-found",
      })
    }
    await expect(proposeEnd(as("cai"), seen)).rejects.toMatchObject({ code: "forbidden" })
  })
})

describe("a running count", () => {
  const running = async (slug: string, showsRunning?: boolean) => {
    await opened(slug)
    if (showsRunning) await openCampaign(system(), { ...campaign(slug), showsRunning })
    return slug
  }

  it("is public only where the campaign says so; the staff always see it", async () => {
    const [hidden, public_] = [await running("counted-inside"), await running("counted-outside", true)]
    const seenBy = async (ctx: Context, slug: string) => (await getCampaign(ctx, { slug })).figures.length
    expect([await seenBy(visitor(), hidden), await seenBy(as("cai"), hidden)]).toEqual([0, 1])
    expect([await seenBy(visitor(), public_), await seenBy(as("cai"), public_)]).toEqual([1, 1])
    const listed = await listCampaignFigures(visitor(), {})
    const shown = listed.filter(({ figures }) => figures.length > 0).map((one) => one.campaign.slug)
    expect(shown).toContain(public_)
    expect(shown).not.toContain(hidden)
  })
})

describe("a campaign that an administrator opens", () => {
  const said = { ...campaign("by-hand"), showsRunning: true }

  it("is opened once, and changed only as it was seen", async () => {
    await openCampaign(as("administrator"), said)
    await expect(openCampaign(as("administrator"), { ...said, year: 2026 })).rejects.toMatchObject({
      issues: [{ path: ["slug"], rule: "slug-taken" }],
    })
    await openCampaign(as("administrator"), { ...said, focus: ["apps"], version: 1 })
    await expect(
      openCampaign(as("administrator"), { ...said, focus: ["press"], version: 1 }),
    ).rejects.toMatchObject({ code: "conflict", lastChange: { did: "campaign.opened" } })
    expect((await findCampaign("by-hand"))?.focus).toEqual(["apps"])
    await expect(openCampaign(as("pia"), said)).rejects.toMatchObject({ code: "forbidden" })
  })
})

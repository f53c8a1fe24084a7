import { describe, expect, it } from "vitest"
import { eventsOf } from "@/lib/audit"
import {
  addToRunningFigure,
  endCampaign,
  findCampaignRecord,
  getCampaign,
  importCampaign,
  openCampaign,
} from "@/lib/campaign"
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

describe("a campaign that ends", () => {
  it("keeps its last day, takes no tip, and offers its count as running no more", async () => {
    const seen = await opened("over")
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
    await endCampaign(as("pia"), await opened("stays"))
    await openCampaign(system(), campaign("stays"))
    await openCampaign(system(), { ...campaign("stays"), focus: ["apps"] })
    expect(await findCampaignRecord("stays")).toMatchObject({
      state: "ended",
      endedOn: "2025-06-30",
      focus: ["apps"],
    })
  })

  it("ends once, and whoever comes later learns who was faster", async () => {
    const seen = await opened("once")
    const both = await Promise.allSettled([endCampaign(as("pia"), seen), endCampaign(as("quan"), seen)])
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    await expect(endCampaign(as("pia"), seen)).rejects.toMatchObject({
      lastChange: { did: "campaign.ended" },
    })
    await expect(endCampaign(as("pia"), { ...seen, version: 2 })).rejects.toMatchObject({
      reason: "campaign-not-running",
    })
  })

  it.each([
    ["2999-01-01", "in-future"],
    ["2025-04-30", "too-early"],
    ["soon", "wrong-format"],
  ])("is refused the last day %s", async (endedOn, rule) => {
    const seen = await opened(`day-${rule}`)
    await expect(endCampaign(as("pia"), { ...seen, endedOn })).rejects.toMatchObject({
      issues: [{ path: ["endedOn"], rule }],
    })
  })

  it("is not an imported one, nor ended by an officer", async () => {
    await importCampaign(system(), { ...campaign("long-over"), figures: [] })
    const seen = { slug: "long-over", version: 1, endedOn: "2025-06-30" }
    await expect(endCampaign(as("pia"), seen)).rejects.toMatchObject({ reason: "campaign-not-running" })
    await expect(endCampaign(as("cai"), seen)).rejects.toMatchObject({ code: "forbidden" })
    await expect(endCampaign(as("pia"), { ...seen, slug: "nowhere" })).rejects.toMatchObject({
      code: "not-found",
    })
  })
})

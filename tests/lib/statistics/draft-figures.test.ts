import { describe, expect, it } from "vitest"
import { eventsOf } from "@/lib/audit"
import { importCampaign } from "@/lib/campaign"
import { listLedger } from "@/lib/measure"
import { approveFigures, discardFigures, draftFigures, getFigureDesk, listRevisions } from "@/lib/statistics"
import { campaignWithEntries, countingCampaign, drafted, entry, shown } from "@/tests/support/figures"
import { as, system, visitor } from "@/tests/support/people"

describe("a draft of figures", () => {
  it("is the sum of the measures taken up to its day, with the entries that it is the sum of", async () => {
    const { campaign } = await campaignWithEntries("summed")
    await drafted(campaign)
    const { atWork } = await getFigureDesk(as("auditor"), { campaign })
    expect(atWork?.set).toMatchObject({ state: "draft", asOf: "2025-06-30", draftedBy: { id: "pia" } })
    expect(atWork?.set.figures).toMatchObject([{ metric: "links-removed", value: 42, entries: 2 }])
    const { draftedAt: until } = atWork?.set ?? { draftedAt: "" }
    const { rows } = await listLedger(as("pia"), {
      campaign,
      metric: "links-removed",
      asOf: "2025-06-30",
      until,
    })
    expect(rows.map(({ quantity }) => quantity)).toEqual([40, 2])
  })

  it("leads to its entries in full pages, however many others lie between them", async () => {
    const { campaign, caseId } = await countingCampaign("paged")
    for (let n = 0; n < 30; n++) {
      const now = new Date(Date.UTC(2025, 5, 1, 0, n)).toISOString()
      await entry(caseId, n === 0 ? "websites-closed" : "links-removed", 1, "2025-06-01", now)
      await entry(caseId, "items-seized", 1, "2025-06-01", now)
    }
    const part = { campaign, metric: "links-removed" as const, asOf: "2025-06-30" }
    const first = await listLedger(as("auditor"), part)
    const second = await listLedger(as("auditor"), { ...part, ...(first.next ? { cursor: first.next } : {}) })
    expect([first.rows.length, second.rows.length, second.next]).toEqual([25, 4, undefined])
    const ids = [...first.rows, ...second.rows].map(({ measureId }) => measureId)
    expect(new Set(ids).size).toBe(29)
  })

  it("is shown to nobody outside, and moves no figure", async () => {
    const { campaign } = await campaignWithEntries("inside")
    await drafted(campaign)
    expect(await shown(campaign)).toEqual([])
    expect(await listRevisions(visitor(), { campaign })).toEqual([])
  })

  it("leaves out what nothing was recorded of, unless the publisher states that it is zero", async () => {
    const { campaign } = await campaignWithEntries("zeros")
    await drafted(campaign, { zeros: ["items-seized"] })
    const { atWork } = await getFigureDesk(as("pia"), { campaign })
    expect(atWork?.set.figures.map(({ metric, value, entries }) => [metric, value, entries])).toEqual([
      ["links-removed", 42, 2],
      ["items-seized", 0, 0],
    ])
  })

  it.each([
    [{ zeros: ["links-removed" as const] }, "zeros", "has-entries"],
    [{ asOf: "2025-05-01" }, "asOf", "nothing-counted"],
    [{ asOf: "2999-01-01" }, "asOf", "in-future"],
    [{ asOf: "June" }, "asOf", "wrong-format"],
    [{ status: "final" as const }, "status", "not-ended"],
  ])("with %j is refused at its field", async (change, field, rule) => {
    const { campaign } = await campaignWithEntries("refused")
    await expect(drafted(campaign, change)).rejects.toMatchObject({ issues: [{ path: [field], rule }] })
  })

  it("is not made of an imported campaign, nor of one that is not there", async () => {
    const past = { year: 2017, name: { zh: "x", en: "x" }, agencies: ["ncac"], focus: [], figures: [] }
    await importCampaign(system(), { slug: "imported", ...past })
    await expect(drafted("imported")).rejects.toMatchObject({ code: "conflict", reason: "campaign-state" })
    await expect(drafted("nowhere")).rejects.toMatchObject({ code: "not-found" })
  })

  it("waits alone: the next one is drafted when it is approved or discarded", async () => {
    const { campaign } = await campaignWithEntries("alone")
    const seen = await drafted(campaign)
    await expect(drafted(campaign)).rejects.toMatchObject({ code: "conflict", reason: "figures-state" })
    await discardFigures(as("pia"), { ...seen, reason: "Too early" })
    await expect(approveFigures(as("quan"), { campaign, version: 2 })).rejects.toMatchObject({
      reason: "figures-state",
    })
    await drafted(campaign)
    const types = (await eventsOf(`campaign#${campaign}`)).map(({ type }) => type)
    expect(types).toEqual(["campaign.opened", "figures.drafted", "figures.discarded", "figures.drafted"])
  })

  it("drafted by two at once is one, and the other learns who was faster", async () => {
    const { campaign } = await campaignWithEntries("raced")
    const both = await Promise.allSettled([drafted(campaign), drafted(campaign, {}, "quan")])
    const lost = both.find((one) => one.status === "rejected")
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(lost?.reason).toMatchObject({ code: "conflict", lastChange: { did: "figures.drafted" } })
  })
})

describe("the desk of a campaign's figures", () => {
  it("is closed to those who neither publish nor oversee", async () => {
    const input = { campaign: "any" }
    await expect(getFigureDesk(as("cai"), input)).rejects.toMatchObject({ code: "forbidden" })
    await expect(getFigureDesk(visitor(), input)).rejects.toMatchObject({ code: "unauthenticated" })
    await expect(getFigureDesk(as("auditor"), input)).rejects.toMatchObject({ code: "not-found" })
  })

  it.each(["administrator", "auditor", "cai"] as const)("lets no %s draft or approve", async (who) => {
    const seen = { campaign: "any", version: 0 }
    const draft = { ...seen, status: "interim" as const, asOf: "2025-06-30", zeros: [] }
    await expect(draftFigures(as(who), draft)).rejects.toMatchObject({ code: "forbidden" })
    await expect(approveFigures(as(who), seen)).rejects.toMatchObject({ code: "forbidden" })
    await expect(discardFigures(as(who), { ...seen, reason: "Because" })).rejects.toMatchObject({
      code: "forbidden",
    })
  })
})

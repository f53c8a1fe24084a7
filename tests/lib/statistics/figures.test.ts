import { describe, expect, it } from "vitest"
import { chainFaults, eventsOf } from "@/lib/audit"
import { addToRunningFigure, endCampaign, findCampaignRecord, importCampaign } from "@/lib/campaign"
import { listLedger, reverseMeasure } from "@/lib/enforcement"
import { previewNotice } from "@/lib/notice"
import {
  approveFigures,
  discardFigures,
  draftFigures,
  getFigureDesk,
  listRevisions,
  reconcileFigures,
} from "@/lib/statistics"
import { transact } from "@/lib/store/transact"
import { countingCampaign, drafted, entry, published, shown } from "../../support/figures"
import { as, system, visitor } from "../../support/people"

const world = async (slug: string) => {
  const { campaign, caseId } = await countingCampaign(slug)
  await entry(caseId, "links-removed", 40)
  await entry(caseId, "links-removed", 2, "2025-06-30")
  await entry(caseId, "links-removed", 500, "2025-07-01")
  return { campaign, caseId }
}
const end = async (slug: string, endedOn = "2025-06-15") =>
  endCampaign(as("pia"), { slug, version: (await findCampaignRecord(slug))?.version ?? 0, endedOn })

describe("a draft of figures", () => {
  it("is the sum of the measures taken up to its day, with the entries that it is the sum of", async () => {
    const { campaign } = await world("summed")
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

  it("is shown to nobody outside, and moves no figure", async () => {
    const { campaign } = await world("inside")
    await drafted(campaign)
    expect(await shown(campaign)).toEqual([])
    expect(await listRevisions(visitor(), { campaign })).toEqual([])
  })

  it("leaves out what nothing was recorded of, unless the publisher states that it is zero", async () => {
    const { campaign } = await world("zeros")
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
    const { campaign } = await world("refused")
    await expect(drafted(campaign, change)).rejects.toMatchObject({ issues: [{ path: [field], rule }] })
  })

  it("is not made of an imported campaign, nor of one that is not there", async () => {
    const past = { year: 2017, name: { zh: "x", en: "x" }, agencies: ["ncac"], focus: [], figures: [] }
    await importCampaign(system(), { slug: "imported", ...past })
    await expect(drafted("imported")).rejects.toMatchObject({ code: "conflict", reason: "campaign-state" })
    await expect(drafted("nowhere")).rejects.toMatchObject({ code: "not-found" })
  })

  it("waits alone: the next one is drafted when it is approved or discarded", async () => {
    const { campaign } = await world("alone")
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
    const { campaign } = await world("raced")
    const both = await Promise.allSettled([drafted(campaign), drafted(campaign, {}, "quan")])
    const lost = both.find((one) => one.status === "rejected")
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(lost?.reason).toMatchObject({ code: "conflict", rival: { did: "figures.drafted" } })
  })
})

describe("a set of figures", () => {
  it("is published by a second publisher, never by who drafted it", async () => {
    const { campaign } = await world("second")
    const seen = await drafted(campaign)
    await expect(approveFigures(as("pia"), seen)).rejects.toMatchObject({
      code: "forbidden",
      reason: "second-person",
    })
    expect(await shown(campaign)).toEqual([])
    expect(await approveFigures(as("quan"), seen)).toEqual({ number: 1 })
    expect(await shown(campaign)).toEqual([["interim", "links-removed", 42, 1]])
  })

  it("is published or discarded, not both", async () => {
    const { campaign } = await world("either")
    const seen = await drafted(campaign)
    const both = await Promise.allSettled([
      approveFigures(as("quan"), seen),
      discardFigures(as("pia"), { ...seen, reason: "Not yet" }),
    ])
    const lost = both.find((one) => one.status === "rejected")
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(lost?.reason).toMatchObject({ code: "conflict" })
    const isPublished = both[0]?.status === "fulfilled"
    expect(await listRevisions(visitor(), { campaign })).toHaveLength(isPublished ? 1 : 0)
    expect(await shown(campaign)).toHaveLength(isPublished ? 1 : 0)
  })

  it("is not approved as somebody saw it before it was drafted anew", async () => {
    const { campaign } = await world("stale")
    const seen = await drafted(campaign)
    await discardFigures(as("pia"), { ...seen, reason: "Again" })
    await drafted(campaign)
    await expect(approveFigures(as("quan"), seen)).rejects.toMatchObject({
      code: "conflict",
      rival: { did: "figures.drafted", by: "Pia" },
    })
  })

  it("is not approved when its ledger, as it stood at the draft, gives something else", async () => {
    const { campaign, caseId } = await world("late")
    const seen = await drafted(campaign)
    // An entry that was on its way while the draft was added up.
    await entry(caseId, "links-removed", 9, "2025-06-02", "2025-06-03T00:00:00.000Z")
    await expect(approveFigures(as("quan"), seen)).rejects.toMatchObject({ reason: "figures-differ" })
  })

  it("can be quoted by a notice, which a running count cannot", async () => {
    const { campaign } = await world("quoted")
    const counted = { metric: "links-removed", quantity: 42, at: "2025-06-30T00:00:00.000Z" } as const
    await transact([addToRunningFigure({ campaign, ...counted })])
    const body = `{{figure:${campaign}/links-removed}}`
    const text = { title: { zh: "x", en: "x" }, body: { zh: body, en: body } }
    await expect(previewNotice(as("pia"), text)).rejects.toMatchObject({
      issues: [{ rule: "figure-unknown" }, { rule: "figure-unknown" }],
    })
    await published(campaign)
    expect(await previewNotice(as("pia"), text)).toMatchObject([
      { value: 42, status: "interim", revision: 1 },
    ])
  })

  it("stays as published when an entry is reversed, shows the difference, and is revised", async () => {
    const { campaign, caseId } = await countingCampaign("revised")
    const { measureId } = await entry(caseId, "links-removed", 40)
    await entry(caseId, "links-removed", 2)
    await published(campaign)
    await reverseMeasure(as("cai"), { caseId, measureId, reason: "Wrong site" })

    expect(await shown(campaign)).toEqual([["interim", "links-removed", 42, 1]])
    const { revisions } = await getFigureDesk(as("auditor"), { campaign })
    expect(revisions[0]?.set.figures).toMatchObject([{ value: 42, entries: 2 }])
    expect(revisions[0]?.now).toMatchObject([{ value: 2, entries: 3 }])

    await published(campaign)
    expect(await shown(campaign)).toEqual([["interim", "links-removed", 2, 2]])
    const open = await listRevisions(visitor(), { campaign })
    expect(open.map(({ number, latest, figures }) => [number, latest, figures[0]?.value])).toEqual([
      [2, 2, 2],
      [1, 2, 42],
    ])
  })

  it("takes the place of the one before whole: what it leaves out has no figure any more", async () => {
    const { campaign } = await world("whole")
    await published(campaign, { zeros: ["criminal-cases"] })
    await published(campaign)
    expect(await shown(campaign)).toEqual([["interim", "links-removed", 42, 2]])
  })

  it("adds up again to what was published, however the ledger went on", async () => {
    const { campaign, caseId } = await world("reconciled")
    await published(campaign, { zeros: ["items-seized"] })
    await entry(caseId, "links-removed", 7)
    const { differences } = await reconcileFigures(as("auditor"), {})
    expect(differences.filter((one) => one.campaign === campaign && one.revision)).toEqual([])
  })

  it("leaves every act in the campaign's chain, with the figures and who did it", async () => {
    const { campaign } = await world("recorded")
    await published(campaign)
    const events = await eventsOf(`campaign#${campaign}`)
    expect(events.map(({ type, actor }) => [type, actor.name])).toEqual([
      ["campaign.opened", "test"],
      ["figures.drafted", "Pia"],
      ["figures.published", "Quan"],
    ])
    expect(events[2]?.data).toMatchObject({ number: 1, status: "interim", figures: [{ value: 42 }] })
    expect(chainFaults(events)).toEqual([])
  })
})

describe("final figures", () => {
  it("follow the end of a campaign, as of its last day or later, beside the interim ones", async () => {
    const { campaign } = await world("finished")
    await published(campaign)
    await end(campaign)
    await expect(drafted(campaign, { status: "final", asOf: "2025-06-14" })).rejects.toMatchObject({
      issues: [{ path: ["asOf"], rule: "too-early", params: { from: "2025-06-15" } }],
    })
    await published(campaign, { status: "final", asOf: "2025-07-31" })
    expect(await shown(campaign)).toEqual([
      ["final", "links-removed", 542, 2],
      ["interim", "links-removed", 42, 1],
    ])
    await expect(drafted(campaign)).rejects.toMatchObject({
      issues: [{ path: ["status"], rule: "after-final" }],
    })
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

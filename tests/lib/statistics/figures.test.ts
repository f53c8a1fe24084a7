import { describe, expect, it } from "vitest"
import { chainFaults, eventsOf } from "@/lib/audit"
import { addToRunningFigure, endCampaign, findCampaignRecord, getCampaign, proposeEnd } from "@/lib/campaign"
import { reverseMeasure } from "@/lib/measure"
import { previewNotice } from "@/lib/notice"
import {
  approveFigures,
  discardFigures,
  getFigureDesk,
  listRevisions,
  reconcileFigures,
} from "@/lib/statistics"
import { transact } from "@/lib/store/transact"
import {
  campaignWithEntries,
  countingCampaign,
  drafted,
  entry,
  published,
  shown,
} from "@/tests/support/figures"
import { as, visitor } from "@/tests/support/people"

const end = async (slug: string, endedOn = "2025-06-15") => {
  const version = (await findCampaignRecord(slug))?.version ?? 0
  await proposeEnd(as("quan"), { slug, version, endedOn })
  await endCampaign(as("pia"), { slug, version: version + 1 })
}

describe("a set of figures", () => {
  it("is published by a second publisher, never by who drafted it", async () => {
    const { campaign } = await campaignWithEntries("second")
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
    const { campaign } = await campaignWithEntries("either")
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
    const { campaign } = await campaignWithEntries("stale")
    const seen = await drafted(campaign)
    await discardFigures(as("pia"), { ...seen, reason: "Again" })
    await drafted(campaign)
    await expect(approveFigures(as("quan"), seen)).rejects.toMatchObject({
      code: "conflict",
      lastChange: { did: "figures.drafted", by: "Pia" },
    })
  })

  it("is not approved when its ledger, as it stood at the draft, gives something else", async () => {
    const { campaign, caseId } = await campaignWithEntries("late")
    const seen = await drafted(campaign)
    // An entry that was on its way while the draft was added up.
    await entry(caseId, "links-removed", 9, "2025-06-02", "2025-06-03T00:00:00.000Z")
    await expect(approveFigures(as("quan"), seen)).rejects.toMatchObject({ reason: "figures-differ" })
  })

  it("can be quoted by a notice, which a running count cannot", async () => {
    const { campaign } = await campaignWithEntries("quoted")
    const counted = { metric: "links-removed", quantity: 42, at: "2025-06-30T00:00:00.000Z" } as const
    await transact([addToRunningFigure({ campaign, ...counted })])
    const body = `{{figure:${campaign}/links-removed}}`
    const text = { title: { zh: "x", en: "x" }, body: { zh: body, en: body } }
    await expect(previewNotice(as("pia"), text)).rejects.toMatchObject({
      issues: [{ rule: "figure-unknown" }, { rule: "figure-unknown" }],
    })
    await published(campaign)
    expect((await previewNotice(as("pia"), text)).figures).toMatchObject([
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
    const { figures } = await getCampaign(visitor(), { slug: campaign })
    expect(figures.find(({ status }) => status === "interim")?.ledger).toEqual({
      revision: 2,
      entries: 3,
      reversals: 1,
    })
    const open = await listRevisions(visitor(), { campaign })
    expect(open.map(({ number, latest, figures }) => [number, latest, figures[0]?.value])).toEqual([
      [2, 2, 2],
      [1, 2, 42],
    ])
  })

  it("takes the place of the one before whole: what it leaves out has no figure any more", async () => {
    const { campaign } = await campaignWithEntries("whole")
    await published(campaign, { zeros: ["criminal-cases"] })
    await published(campaign)
    expect(await shown(campaign)).toEqual([["interim", "links-removed", 42, 2]])
  })

  it("adds up again to what was published, however the ledger went on", async () => {
    const { campaign, caseId } = await campaignWithEntries("reconciled")
    await published(campaign, { zeros: ["items-seized"] })
    await entry(caseId, "links-removed", 7)
    const { differences } = await reconcileFigures(as("auditor"), {})
    expect(differences.filter((one) => one.campaign === campaign && one.revision)).toEqual([])
  })

  it("leaves every act in the campaign's chain, with the figures and who did it", async () => {
    const { campaign } = await campaignWithEntries("recorded")
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
    const { campaign } = await campaignWithEntries("finished")
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

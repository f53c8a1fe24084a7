import { describe, expect, it } from "vitest"
import { chainFaults, eventsOf } from "@/lib/audit"
import {
  addToRunningFigure,
  getCampaign,
  importCampaign,
  listCampaignFigures,
  listCampaigns,
  listHistory,
  openCampaign,
  runningFiguresOf,
} from "@/lib/campaign"
import { FigureEntity } from "@/lib/campaign/campaign.entity"
import { put, transact } from "@/lib/store/transact"
import { allRecords } from "@/tests/support/deliver"
import { as, system, visitor } from "@/tests/support/people"

const source = {
  title: "T",
  publisher: "P",
  date: "2018-01-16",
  url: "https://source.example/",
  official: true,
}

type Imported = Parameters<typeof importCampaign>[1]
const figure = (status: "interim" | "final", value: number): Imported["figures"][number] => ({
  metric: "links-removed",
  value,
  precision: "rounded",
  status,
  publishedOn: "2018-01-16",
  sources: [source],
})
const past = (slug: string, figures: Imported["figures"] = [], year = 2017): Imported => ({
  slug,
  year,
  name: { zh: "往年", en: "Past" },
  period: { from: "2017-07", to: "2017-11" },
  agencies: ["ncac"],
  focus: ["press"],
  figures,
})
const running = (slug: string) => {
  const { figures: _, ...campaign } = past(slug, [], 2026)
  return { ...campaign, showsRunning: true }
}
const add = (campaign: string, quantity: number, at = "2026-06-01T00:00:00.000Z") =>
  transact([addToRunningFigure({ campaign, metric: "links-removed", quantity, at })])
const typesOf = async (slug: string) => (await eventsOf(`campaign#${slug}`)).map(({ type }) => type)

describe("a past campaign", () => {
  it("stored before precision and dates were told apart reads as it was meant", async () => {
    await importCampaign(system(), past("older"))
    const written = { campaign: "older", status: "final" as const, asOf: "2018-01-16", sources: [source] }
    await transact([
      put(FigureEntity.put({ ...written, metric: "links-removed", value: 710_000, rounded: true })),
      put(FigureEntity.put({ ...written, metric: "websites-closed", value: 2_554 })),
    ])
    const { figures } = await getCampaign(visitor(), { slug: "older" })
    expect(figures.map(({ precision, asOf, publishedOn }) => [precision, asOf, publishedOn])).toEqual([
      ["exact", undefined, "2018-01-16"],
      ["rounded", undefined, "2018-01-16"],
    ])
  })

  it("keeps every figure with its status, precision, date and source, interim and final apart", async () => {
    await importCampaign(system(), past("apart", [figure("interim", 274_800), figure("final", 710_000)]))
    const { campaign, figures } = await getCampaign(visitor(), { slug: "apart" })
    const { figures: _, ...said } = past("apart")
    expect(campaign).toEqual({ ...said, state: "past" })
    expect(figures).toEqual(
      expect.arrayContaining([
        expect.objectContaining(figure("interim", 274_800)),
        expect.objectContaining(figure("final", 710_000)),
      ]),
    )
    expect(figures).toHaveLength(2)
  })

  it("has no figure, rather than zero, where no source gives one", async () => {
    await importCampaign(system(), past("absent", [figure("final", 1)]))
    const { figures } = await getCampaign(visitor(), { slug: "absent" })
    expect(figures.map(({ metric }) => metric)).toEqual(["links-removed"])
  })

  it("imported again changes nothing, and says nothing of it", async () => {
    const imported = past("again", [figure("final", 1)])
    await importCampaign(system(), imported)
    const before = (await allRecords()).length
    await importCampaign(system(), imported)
    expect(await allRecords()).toHaveLength(before)
    expect(await typesOf("again")).toEqual(["campaign.imported"])
  })

  it("corrected by an import takes its figures from that one alone, and keeps the chain of events whole", async () => {
    await importCampaign(system(), past("corrected", [figure("interim", 1), figure("final", 2)]))
    await importCampaign(system(), past("corrected", [figure("final", 3)]))
    const { figures } = await getCampaign(visitor(), { slug: "corrected" })
    expect(figures.map(({ status, value }) => [status, value])).toEqual([["final", 3]])
    const events = await eventsOf("campaign#corrected")
    expect(events.map(({ seq }) => seq)).toEqual([1, 2])
    expect(chainFaults(events)).toEqual([])
  })

  it("imported by two at once is imported whole, once", async () => {
    const one = past("raced", [figure("final", 1)])
    const other = past("raced", [figure("interim", 2)])
    const both = await Promise.allSettled([importCampaign(system(), one), importCampaign(system(), other)])
    expect(both.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0)
    for (const result of both) if (result.status === "rejected") expect(result.reason.code).toBe("conflict")
    expect((await getCampaign(visitor(), { slug: "raced" })).figures).toHaveLength(1)
  })

  it("is not taken in without a source, nor with a running figure", async () => {
    const bare = { ...figure("final", 1), sources: [] }
    await expect(importCampaign(system(), past("bare", [bare]))).rejects.toMatchObject({
      issues: [{ path: ["figures", 0, "sources"], rule: "required" }],
    })
    const counted = { ...figure("final", 1), status: "running" as "final" }
    await expect(importCampaign(system(), past("bare", [counted]))).rejects.toMatchObject({
      issues: [{ path: ["figures", 0, "status"], rule: "not-an-option" }],
    })
  })

  it("is imported by the system alone, and opened by nobody", async () => {
    await importCampaign(system(), past("closed"))
    await expect(importCampaign(as("administrator"), past("closed"))).rejects.toMatchObject({
      code: "forbidden",
    })
    await expect(openCampaign(as("administrator"), running("closed"))).rejects.toMatchObject({
      code: "conflict",
      reason: "campaign-state",
    })
  })
})

describe("a running campaign", () => {
  it("is opened by an administrator, who stays on record", async () => {
    await openCampaign(as("administrator"), running("opened"))
    expect((await getCampaign(visitor(), { slug: "opened" })).campaign.state).toBe("running")
    expect(await eventsOf("campaign#opened")).toMatchObject([
      { type: "campaign.opened", actor: { name: "Adi" } },
    ])
    await expect(openCampaign(as("pia"), running("mine"))).rejects.toMatchObject({ code: "forbidden" })
    await expect(openCampaign(visitor(), running("mine"))).rejects.toMatchObject({ code: "unauthenticated" })
  })

  it("has no figure before its ledger has an entry, and the sum of its entries after", async () => {
    await openCampaign(system(), running("counted"))
    expect(await runningFiguresOf("counted")).toEqual([])
    await add("counted", 5)
    await add("counted", 7, "2026-06-02T00:00:00.000Z")
    await add("counted", -5, "2026-06-03T00:00:00.000Z")
    expect((await getCampaign(visitor(), { slug: "counted" })).figures).toEqual([
      {
        metric: "links-removed",
        value: 7,
        status: "running",
        asOf: "2026-06-03T00:00:00.000Z",
        precision: "exact",
        sources: [],
      },
    ])
  })

  it("loses no entry when many are added at once", async () => {
    await openCampaign(system(), running("crowded"))
    await Promise.all(Array.from({ length: 8 }, () => add("crowded", 1)))
    expect(await runningFiguresOf("crowded")).toMatchObject([{ value: 8 }])
  })

  it("is not turned into a past one by an import", async () => {
    await openCampaign(system(), running("alive"))
    await expect(importCampaign(system(), past("alive"))).rejects.toMatchObject({ reason: "campaign-state" })
  })
})

describe("what the public reads", () => {
  it("lists campaigns newest first and shows nothing of how they are kept", async () => {
    await importCampaign(system(), past("old", [], 2005))
    const campaigns = await listCampaigns(visitor(), {})
    const years = campaigns.map(({ year }) => year)
    expect(years).toEqual(years.toSorted((a, b) => b - a))
    for (const campaign of campaigns)
      for (const hidden of ["version", "head", "contentHash"]) expect(campaign).not.toHaveProperty(hidden)
    const each = await Promise.all(campaigns.map(({ slug }) => getCampaign(visitor(), { slug })))
    expect(await listCampaignFigures(visitor(), {})).toEqual(each)
  })

  it("knows no campaign that is not there", async () => {
    await expect(getCampaign(visitor(), { slug: "nowhere" })).rejects.toMatchObject({
      code: "not-found",
      reason: "campaign",
    })
  })

  it("has the years before the record as text with its source", async () => {
    const history = await listHistory(visitor(), {})
    expect(history.length).toBeGreaterThan(0)
    for (const { text, source: from } of history) {
      expect(text).toMatch(/\d/)
      expect(from.url).toMatch(/^https?:/)
    }
  })
})

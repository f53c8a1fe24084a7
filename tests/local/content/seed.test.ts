import { beforeAll, describe, expect, it } from "vitest"
import { seed } from "@/infra/local/content"
import { getCampaign, listCampaigns } from "@/lib/campaign"
import facts from "@/lib/campaign/data/campaigns.json" with { type: "json" }
import { editNotice, getNotice, getPublished, listNotices, listPublished } from "@/lib/notice"
import { listTips } from "@/lib/tip"
import { allRecords } from "../../support/deliver"
import { as, visitor } from "../../support/people"

describe("the seed", () => {
  beforeAll(seed)

  it("publishes every figure of the fact sheet with its sources, and none besides", async () => {
    for (const { slug, figures } of facts.campaigns) {
      const published = (await getCampaign(visitor(), { slug })).figures
      const line = (one: { metric: string; status: string; value: number; asOf: string; rounded: boolean }) =>
        [one.metric, one.status, one.value, one.asOf, one.rounded].join(" ")
      expect(published.map(line).toSorted()).toEqual(figures.map(line).toSorted())
      for (const { sources } of published) expect(sources.length).toBeGreaterThan(0)
    }
  })

  it("gives the demo campaign no figure before its ledger has an entry", async () => {
    const { campaign, figures } = await getCampaign(visitor(), { slug: "demo-2026" })
    expect(campaign).toMatchObject({ demo: true, state: "running" })
    expect(figures).toEqual([])
  })

  it("publishes the notice of 2017 with its seven figures as they were published", async () => {
    const { figures, publishedAt } = await getPublished(visitor(), { slug: "jianwang-2017-results" })
    expect(publishedAt).toContain("2018-01-16")
    expect(figures.map(({ value }) => value)).toEqual([
      63_000, 2_554, 710_000, 2_760_000, 543, 57, 107_000_000,
    ])
    expect(new Set(figures.map(({ status }) => status))).toEqual(new Set(["final"]))
  })

  it("uses reserved domains for the demo, and marks it", async () => {
    const { rows } = await listTips(as("mei"), {})
    expect(rows).toHaveLength(12)
    expect(rows.every(({ demo, site }) => demo && /(\.example|\.test|^name:.*)$/.test(site))).toBe(true)
  })

  it("leaves a demo draft to the publishers, marked, and not the second time over theirs", async () => {
    const draft = (await listNotices(as("pia"), {})).find(({ demo }) => demo)
    expect(draft).toMatchObject({ status: "draft", published: 0 })
    const slug = draft?.slug ?? ""
    const { title } = (await getNotice(as("pia"), { slug })).notice
    await editNotice(as("pia"), { slug, version: 1, title, body: { zh: "改过", en: "edited" } })
    await seed()
    expect((await getNotice(as("pia"), { slug })).notice.body.en).toBe("edited")
  })

  it("done again creates nothing twice", async () => {
    const events = async () => (await allRecords()).filter(({ eventName }) => eventName === "INSERT").length
    const before = await events()
    await seed()
    expect(await events()).toBe(before)
    expect(await listPublished(visitor(), {})).toHaveLength(1)
    expect(await listCampaigns(visitor(), {})).toHaveLength(facts.campaigns.length + 1)
  })
})

import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { seed, seedDemoHolder } from "@/infra/local/content"
import { demoReports } from "@/infra/local/content/demo-reports"
import { getCampaign, listCampaigns } from "@/lib/campaign"
import facts from "@/lib/campaign/data/campaigns.json" with { type: "json" }
import { contextFor } from "@/lib/kernel/context"
import { editNotice, getNotice, getPublished, isDifference, listNotices, listPublished } from "@/lib/notice"
import { findingsOf } from "@/lib/notice/findings"
import { authenticateKey, listKeys, listReports, revokeKey } from "@/lib/right-holder"
import { listTips, tipStatuses } from "@/lib/tip"
import { allRecords } from "@/tests/support/deliver"
import { as, visitor } from "@/tests/support/people"

type Line = {
  readonly metric: string
  readonly status: string
  readonly value: number
  readonly publishedOn?: string
  readonly precision: string
  readonly counts?: string
}

describe("the seed", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "portal-seed-"))
  let key: string
  beforeAll(async () => {
    await seed()
    key = await seedDemoHolder(dataDir)
  })
  afterAll(() => rmSync(dataDir, { recursive: true }))

  it("publishes every figure of the fact sheet with its sources, and none besides", async () => {
    for (const { slug, figures } of facts.campaigns) {
      const published = (await getCampaign(visitor(), { slug })).figures
      const line = (one: Line) =>
        [one.metric, one.status, one.value, one.publishedOn, one.precision, one.counts ?? ""].join(" ")
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
    const { figures } = await getPublished(visitor(), { slug: "jianwang-2017-results" })
    const ofStatus = (wanted: string) =>
      figures.flatMap(({ status, value }) => (status === wanted ? [value] : []))
    expect(ofStatus("final")).toEqual([63_000, 2_554, 710_000, 2_760_000, 543, 57, 107_000_000])
    expect(ofStatus("interim")).toEqual([1_655, 314])
  })

  it("dates its own account of 2017 by its own day, and has each number in it confirmed", async () => {
    const slug = "jianwang-2017-results"
    const { publishedAt, title, body } = await getPublished(visitor(), { slug })
    expect(publishedAt).toContain("2026-11-26")
    const { versions } = await getNotice(as("auditor"), { slug })
    const findings = findingsOf({ title, body }, undefined)
    expect(findings.length).toBeGreaterThan(0)
    expect(versions[0]?.confirmed.map(({ finding }) => finding)).toEqual(findings.map(({ key }) => key))
    expect(findings.filter(isDifference)).toEqual([])
  })

  it("uses reserved domains for the demo, and marks it", async () => {
    const { rows } = await listTips(as("mei"), {})
    expect(rows).toHaveLength(12)
    expect(rows.every(({ demo, site }) => demo && /(\.example|\.test|^name:.*)$/.test(site))).toBe(true)
  })

  it("gives the demo a right holder with a report in every state, all marked", async () => {
    const holder = contextFor(await authenticateKey(visitor(), { key }))
    for (const status of tipStatuses) {
      expect((await listReports(holder, { status })).rows.length).toBeGreaterThan(0)
      const tips = (await listTips(as("mei"), { status, queue: "right-holders" })).rows
      expect(tips.every(({ demo, site }) => demo && /(\.example|\.test|^name:.*)$/.test(site))).toBe(true)
    }
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
    expect(await seedDemoHolder(dataDir)).toBe(key)
    expect(await events()).toBe(before)
    expect(await listPublished(visitor(), {})).toHaveLength(1)
    expect(await listCampaigns(visitor(), {})).toHaveLength(facts.campaigns.length + 1)
  })

  it("leaves the reports of an earlier version in its words", async () => {
    const others = demoReports.map((report) => ({
      ...report,
      description: `${report.description} In other words.`,
    }))
    const reports = async () => (await listTips(as("mei"), { queue: "right-holders" })).rows
    const before = await reports()
    expect(await seedDemoHolder(dataDir, others)).toBe(key)
    expect(await reports()).toEqual(before)
  })

  it("makes the demo's right holder another key where the first was revoked, and no report twice", async () => {
    const [first] = await listKeys(as("administrator"), {})
    const seen = { keyId: first?.keyId ?? "", version: first?.version ?? 0 }
    await revokeKey(as("administrator"), { ...seen, reason: "To see what comes next" })
    const reports = async () => (await listTips(as("mei"), { queue: "right-holders" })).rows.length
    const before = await reports()
    const next = await seedDemoHolder(dataDir)
    expect(next).not.toBe(key)
    await expect(authenticateKey(visitor(), { key: next })).resolves.toMatchObject({ demo: true })
    expect(await reports()).toBe(before)
  })
})

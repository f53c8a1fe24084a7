import { beforeAll, describe, expect, it } from "vitest"
import { GET as revision } from "@/app/api/v1/campaigns/[slug]/figures/[number]/route"
import { GET as figures } from "@/app/api/v1/campaigns/[slug]/figures/route"
import { GET as figuresAsCsv } from "@/app/api/v1/campaigns/[slug]/figures.csv/route"
import { GET as campaign } from "@/app/api/v1/campaigns/[slug]/route"
import { GET as campaigns } from "@/app/api/v1/campaigns/route"
import { GET as notice } from "@/app/api/v1/notices/[slug]/route"
import { GET as notices } from "@/app/api/v1/notices/route"
import { importCampaign } from "@/lib/campaign"
import { importNotice } from "@/lib/notice"
import { call } from "@/tests/support/app/call"
import { expectToMatch } from "@/tests/support/app/description"
import { countingCampaign, entry, published } from "@/tests/support/figures"
import { system } from "@/tests/support/people"

const params = { slug: "past" }

beforeAll(async () => {
  await importCampaign(system(), {
    slug: "past",
    year: 2017,
    name: { zh: "往年", en: "Past" },
    period: { from: "2017-07" },
    agencies: ["ncac"],
    focus: [],
    figures: [
      {
        metric: "websites-closed",
        value: 2554,
        precision: "exact",
        status: "final",
        publishedOn: "2018-01-16",
        note: "=HYPERLINK(1)",
        sources: [
          { title: "S", publisher: "P", date: "2018", url: "https://source.example/", official: true },
        ],
      },
    ],
  })
  const body = "{{figure:past/websites-closed}}"
  await importNotice(system(), {
    slug: "notice-past",
    campaign: "past",
    title: { zh: "通报", en: "Notice" },
    body: { zh: body, en: body },
    publishedAt: "2018-01-16T00:00:00.000Z",
  })
})

describe("open data", () => {
  it("is answered as described, to any origin", async () => {
    const all = [
      [await call(campaigns, "/"), "/api/v1/campaigns"],
      [await call(campaign, "/", { params }), "/api/v1/campaigns/{slug}"],
      [await call(figures, "/", { params }), "/api/v1/campaigns/{slug}/figures"],
      [await call(notices, "/"), "/api/v1/notices"],
      [await call(notice, "/", { params: { slug: "notice-past" } }), "/api/v1/notices/{slug}"],
    ] as const
    for (const [{ json, status, response }, path] of all) {
      expect(status).toBe(200)
      expectToMatch(json, path, "get", 200)
      expect(response.headers.get("access-control-allow-origin")).toBe("*")
    }
  })

  it("gives the newest figures of a campaign, and every revision at its own address", async () => {
    const { campaign: slug, caseId } = await countingCampaign("counted")
    await entry(caseId, "links-removed", 42)
    await published(slug)
    await published(slug, { zeros: ["items-seized"] })
    const newest = await call(figures, "/", { params: { slug } })
    expectToMatch(newest.json, "/api/v1/campaigns/{slug}/figures", "get", 200)
    expect(newest.json).toMatchObject({
      figures: [
        { metric: "links-removed", value: 42, status: "interim", ledger: { revision: 2, entries: 1 } },
        { metric: "items-seized", value: 0, asOf: "2025-06-30", ledger: { revision: 2, entries: 0 } },
      ],
      revisions: [{ number: 2 }, { number: 1, status: "interim", asOf: "2025-06-30" }],
    })
    const first = await call(revision, "/", { params: { slug, number: "1" } })
    expectToMatch(first.json, "/api/v1/campaigns/{slug}/figures/{number}", "get", 200)
    expect(first.json).toMatchObject({ number: 1, latest: 2, figures: [{ metric: "links-removed" }] })
    expect(JSON.stringify(first.json)).not.toMatch(/Pia|Quan/)
    for (const number of ["0", "3", "01", "x"])
      expect((await call(revision, "/", { params: { slug, number } })).status).toBe(404)
  })

  it("is not sent twice to whoever has it already", async () => {
    const first = await call(campaigns, "/")
    const etag = first.response.headers.get("etag") ?? ""
    const second = await call(campaigns, "/", { headers: { "if-none-match": etag } })
    expect(second.status).toBe(304)
  })

  it("comes as CSV by Accept and by address, with nothing that a spreadsheet would run", async () => {
    const byAccept = await call(figures, "/", { params, headers: { accept: "text/csv" } })
    const byAddress = await call(figuresAsCsv, "/", { params })
    const text = await byAccept.response.text()
    expect(await byAddress.response.text()).toBe(text)
    expect(byAccept.response.headers.get("vary")).toContain("accept")
    const lines = text
      .replace(/^\uFEFF/, "")
      .trim()
      .split("\r\n")
    expect(lines[0]).toBe(
      "campaign,metric,unit,value,status,asOf,rounded,note,sources,revision,entries,publishedOn,precision,counts,reversals",
    )
    expect(lines[1]).toContain(",2018-01-16,exact,")
    expect(lines[1]).toContain("past,websites-closed,websites,2554,final,,false,'=HYPERLINK(1)")
  })

  it.each(["unknown", "Not A Slug", "x".repeat(3000)])("answers 404 to the slug %.20s", async (slug) => {
    for (const handler of [campaign, figures, figuresAsCsv, notice]) {
      const { status, response } = await call(handler, "/", { params: { slug } })
      expect(status).toBe(404)
      expect(response.headers.get("content-type")).toBe("application/problem+json")
    }
  })
})

import { describe, expect, it } from "vitest"
import { findHeadline } from "@/app/[locale]/headline"
import type { Campaign, CampaignFigures } from "@/lib/campaign"

const campaign = (slug: string, more: Partial<Campaign> = {}) =>
  ({ slug, year: 2020, name: { zh: slug, en: slug }, ...more }) as Campaign
const campaigns = [campaign("demo", { demo: true }), campaign("new"), campaign("last"), campaign("older")]
/** Of which a figure is published, or is counted on and not published yet. */
const published = ["demo", "last", "older"]

const headline = async (notices: readonly string[], of = campaigns) => {
  const read: string[] = []
  const found = await findHeadline(
    notices.map((slug) => ({ campaign: slug })),
    of,
    async (slug) => {
      read.push(slug)
      const status = published.includes(slug) ? "final" : "running"
      return { campaign: campaign(slug), figures: [{ status }] } as unknown as CampaignFigures
    },
  )
  return { found: found?.campaign.slug, read }
}

describe("the campaign whose figures stand on the home page", () => {
  it.each([
    [["older", "last"], "older", ["older"]],
    [["new", "older"], "older", ["new", "older"]],
    [["demo", "last"], "last", ["last"]],
    [["unknown"], "last", ["new", "last"]],
    [[], "last", ["new", "last"]],
  ])("of notices about %j is %s", async (notices, found, read) => {
    expect(await headline(notices)).toEqual({ found, read })
  })

  it("is none where none has published a figure", async () => {
    expect(await headline(["new"], [campaign("new")])).toEqual({ found: undefined, read: ["new"] })
  })
})

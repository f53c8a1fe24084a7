import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { approveFigures, listRevisions } from "@/lib/statistics"
import { launchBrowser } from "@/tests/support/browser/launch"
import { type Account, signedIn, unfold } from "@/tests/support/browser/staff"
import { comeBy, untilShown, type Visit } from "@/tests/support/browser/visit"
import { countingCampaign, drafted, entry } from "@/tests/support/figures"
import { as, visitor } from "@/tests/support/people"
import { portal } from "@/tests/support/portal/portal"

const visit: Visit = { locale: "en", size: "desktop", script: true }
const t = wordsFor("en", "consoleFigures")
const words = wordsFor("en", "campaign")

let browser: Browser
let site: string

const deskOf = async (account: Account, campaign: string) => {
  const page = await signedIn(browser, site, visit, account)
  await page.goto(`${site}/admin/campaigns/${campaign}`)
  return page
}

describe("a campaign's figures", () => {
  beforeAll(async () => {
    site = (await portal()).siteUrl
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  it("that a colleague has published meanwhile are not discarded, and the page says who was faster", async () => {
    const { campaign, caseId } = await countingCampaign(`demo-raced-${Date.now()}`)
    await entry(caseId, "links-removed", 42)
    const seen = await drafted(campaign)
    const page = await deskOf("publisher-1", campaign)
    const fold = await unfold(page, t("discard"))
    await fold.getByLabel(t("reason"), { exact: true }).fill("The wrong day.")
    await approveFigures(as("quan"), seen)
    await fold.getByRole("button", { name: t("discard") }).click()
    await page.getByText(/Quan/).first().waitFor()
    expect(await fold.getByLabel(t("reason"), { exact: true }).inputValue()).toBe("The wrong day.")
    expect(await listRevisions(visitor(), { campaign })).toHaveLength(1)
  })

  it("become final when it has ended, and its running count is shown no more", async () => {
    const { campaign, caseId } = await countingCampaign(`demo-ended-${Date.now()}`)
    await entry(caseId, "links-removed", 4_242)
    const reader = await (await comeBy(browser, visit)).newPage()
    await reader.goto(`${site}/en/campaigns/${campaign}`)
    const running = reader.getByRole("heading", { name: words("page.running") })
    await untilShown(reader, () => running.isVisible())

    const administrator = await deskOf("administrator", campaign)
    const proposal = await unfold(administrator, t("proposeEnd"))
    await proposal.getByLabel(t("endedOn")).fill("2025-06-30")
    await proposal.getByRole("button", { name: t("proposeEnd") }).click()
    await administrator.getByText(t("endSecondPerson")).waitFor()
    const confirming = await deskOf("publisher-2", campaign)
    await confirming.getByRole("button", { name: t("end"), exact: true }).click()
    const ended = wordsFor("en", "consoleDesk")("campaigns.states.ended")
    await confirming.locator(".head").getByText(ended, { exact: true }).waitFor()
    const noneYet = reader.getByText(words("page.none.ended"))
    await untilShown(reader, () => noneYet.isVisible())

    const first = await deskOf("publisher-1", campaign)
    const draft = await unfold(first, t("draft"))
    await draft.getByLabel(t("status"), { exact: true }).selectOption("final")
    await draft.getByLabel(t("asOf"), { exact: true }).fill("2025-06-30")
    await draft.getByLabel(words("metrics.criminal-cases"), { exact: true }).check()
    await draft.getByRole("button", { name: t("send") }).click()
    await first.getByText(t("secondPerson")).waitFor()
    expect(await first.getByRole("button", { name: t("approve") }).count()).toBe(0)

    const second = await deskOf("publisher-2", campaign)
    await second.getByRole("button", { name: t("approve") }).click()
    await second.getByText(t("none")).waitFor()
    await untilShown(reader, () => reader.getByText("4,242").first().isVisible())
    const text = await reader.locator("main").innerText()
    for (const said of [words("page.final"), "30 June 2025", words("revision.entries", { entries: 0 })])
      expect(text).toContain(said)
    expect(await running.count()).toBe(0)
  })
})

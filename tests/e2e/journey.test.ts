import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { openCampaign } from "@/lib/campaign"
import { addScreenshot, follow, keepReceipt, report } from "@/tests/support/browser/citizen"
import { visits } from "@/tests/support/browser/covering"
import { launchBrowser } from "@/tests/support/browser/launch"
import {
  type Account,
  acceptTip,
  actOnReferral,
  approveFigures,
  approveNotice,
  approveReferral,
  caseOf,
  draftFigures,
  draftReferral,
  signedIn,
  signIn,
  writeNotice,
} from "@/tests/support/browser/staff"
import { comeBy, untilShown, type Visit, visitName } from "@/tests/support/browser/visit"
import { system } from "@/tests/support/people"
import { portal } from "@/tests/support/portal/portal"

const quantity = 111

describe.concurrent("from a citizen's tip to a published figure", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  it.each(visits.map((visit, at) => [visitName(visit), visit, at] as const))(
    "%s",
    async (_name, visit, at) => {
      const { siteUrl } = await portal()
      const host = `visit-${at}.example`
      const campaign = `demo-visit-${at}`
      await openCampaign(system(), {
        slug: campaign,
        year: 2026,
        name: { zh: campaign, en: campaign },
        agencies: ["mps"],
        showsRunning: true,
        focus: [],
        demo: true,
      })
      const reader = await (await comeBy(browser, visit)).newPage()

      await readNotice2017(reader, siteUrl, visit)

      await report(reader, siteUrl, visit.locale, `https://${host}/film`)
      await addScreenshot(reader, visit.locale, visit.script)
      const keys = await keepReceipt(reader, visit.locale)
      await follow(reader, siteUrl, visit.locale, keys)
      const tipId = `tip_${keys.number.replaceAll("-", "")}`

      const as = (account: Account) => signedIn(browser, siteUrl, visit, account)
      const moderator = await signIn(browser, siteUrl, visit, "moderator-1")
      await acceptTip(moderator, siteUrl, visit, tipId, campaign)
      const caseUrl = await caseOf(moderator, siteUrl, visit, tipId)

      const [firstOfficer, secondOfficer] = [await as("case-officer-1"), await as("case-officer-2")]
      await draftReferral(firstOfficer, visit, caseUrl)
      await approveReferral(secondOfficer, visit, caseUrl)
      const agency = await as("agency-officer-mps")
      await actOnReferral(agency, siteUrl, visit, { host, quantity })

      await reader.goto(`${siteUrl}/${visit.locale}/campaigns/${campaign}`)
      await untilShown(reader, () => reader.getByText(String(quantity)).first().isVisible())

      const [writer, approver] = [await as("publisher-1"), await as("publisher-2")]
      await draftFigures(writer, siteUrl, visit, campaign)
      const revision = await approveFigures(approver, siteUrl, visit, { campaign, quantity })
      await reader.goto(`${siteUrl}${revision}`)
      await untilShown(reader, () => reader.getByText(String(quantity)).first().isVisible())

      const slug = `results-of-visit-${at}`
      await writeNotice(writer, siteUrl, visit, { slug, campaign })
      await approveNotice(approver, siteUrl, visit, slug)
      await reader.goto(`${siteUrl}/${visit.locale}/notices`)
      const link = reader.getByRole("link", { name: `${visit.locale} ${slug}` })
      await untilShown(reader, () => link.isVisible())
      await link.click()
      expect(await reader.locator("main").innerText()).toContain(String(quantity))
      const feed = await (await fetch(`${siteUrl}/${visit.locale}/notices/feed.xml`)).text()
      expect(feed).toContain(slug)

      await reader.goto(`${siteUrl}/${visit.locale}/follow`)
      await reader.getByText(wordsFor(visit.locale, "follow")("steps.in-case")).first().waitFor()
      const pages = [reader, moderator, firstOfficer, secondOfficer, agency, writer, approver]
      await Promise.all(pages.map((page) => page.context().close()))
    },
  )
})

const readNotice2017 = async (
  page: Awaited<ReturnType<Browser["newPage"]>>,
  site: string,
  { locale }: Visit,
) => {
  await page.goto(`${site}/${locale}/notices`)
  await page.getByRole("link", { name: /2017/ }).first().click()
  await page.waitForURL(/jianwang-2017-results/)
  const text = await page.locator("main").innerText()
  for (const figure of locale === "zh"
    ? ["2554", "276万", "1.07亿"]
    : ["2,554", "2.76 million", "107 million"])
    expect(text.replaceAll(/[\s\u00a0]万/g, "万")).toContain(figure)
}

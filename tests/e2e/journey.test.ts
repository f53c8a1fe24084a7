import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { formatFor, wordsFor } from "@/app/_words"
import { addScreenshot, follow, keepReceipt, report } from "@/tests/support/browser/citizen"
import { launchBrowser } from "@/tests/support/browser/launch"
import {
  acceptTip,
  actOnReferral,
  approveFigures,
  approveNotice,
  approveReferral,
  caseOf,
  draftFigures,
  draftReferral,
  signIn,
  writeNotice,
} from "@/tests/support/browser/staff"
import { comeBy, everyVisit, untilShown, type Visit, visitName } from "@/tests/support/browser/visit"
import { portal } from "@/tests/support/portal/portal"

/** Each visit removes as many links, and finds them in the figures on top of those before. */
const quantity = 111
let removed = 0

describe("from a citizen's tip to a published figure", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  it.each(everyVisit.map((visit, at) => [visitName(visit), visit, at] as const))(
    "%s",
    async (_name, visit, at) => {
      const { siteUrl } = await portal()
      const host = `visit-${at}.example`
      const reader = await (await comeBy(browser, visit)).newPage()

      await readNotice2017(reader, siteUrl, visit)

      await report(reader, siteUrl, visit.locale, `https://${host}/film`)
      await addScreenshot(reader, visit.locale, visit.script)
      const keys = await keepReceipt(reader, visit.locale)
      await follow(reader, siteUrl, visit.locale, keys)
      const tipId = `tip_${keys.number.replaceAll("-", "")}`

      const as = (account: Parameters<typeof signIn>[3]) => signIn(browser, siteUrl, visit, account)
      const moderator = await as("moderator-1")
      await acceptTip(moderator, siteUrl, visit, tipId)
      const caseUrl = await caseOf(moderator, siteUrl, visit, tipId)

      await draftReferral(await as("case-officer-1"), visit, caseUrl)
      await approveReferral(await as("case-officer-2"), visit, caseUrl)
      await actOnReferral(await as("agency-officer-mps"), siteUrl, visit, { host, quantity })

      removed += quantity
      const sum = formatFor(visit.locale).number(removed)
      await reader.goto(`${siteUrl}/${visit.locale}/campaigns/demo-2026`)
      await untilShown(reader, () => reader.getByText(sum).first().isVisible())

      await draftFigures(await as("publisher-1"), siteUrl, visit)
      const revision = await approveFigures(await as("publisher-2"), siteUrl, visit, quantity)
      await reader.goto(`${siteUrl}${revision}`)
      await untilShown(reader, () => reader.getByText(sum).first().isVisible())

      const slug = `results-of-visit-${at}`
      await writeNotice(await as("publisher-1"), siteUrl, visit, slug)
      await approveNotice(await as("publisher-2"), siteUrl, visit, slug)
      await reader.goto(`${siteUrl}/${visit.locale}/notices`)
      const link = reader.getByRole("link", { name: `${visit.locale} ${slug}` })
      await untilShown(reader, () => link.isVisible())
      await link.click()
      expect(await reader.locator("main").innerText()).toContain(sum)
      const feed = await (await fetch(`${siteUrl}/${visit.locale}/notices/feed.xml`)).text()
      expect(feed).toContain(slug)

      await reader.goto(`${siteUrl}/${visit.locale}/follow`)
      await reader.getByText(wordsFor(visit.locale, "follow")("steps.in-case")).first().waitFor()
      for (const context of browser.contexts()) await context.close()
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

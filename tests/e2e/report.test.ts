import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { fillReport } from "@/tests/support/browser/citizen"
import { launchBrowser } from "@/tests/support/browser/launch"
import { comeBy } from "@/tests/support/browser/visit"
import { portal } from "@/tests/support/portal/portal"

const t = wordsFor("en", "report")
const choice = wordsFor("en", "choices")
describe("the report", () => {
  let browser: Browser
  let site: string
  beforeAll(async () => {
    site = (await portal()).siteUrl
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  const come = async (script: boolean) =>
    (await comeBy(browser, { locale: "en", size: "phone", script })).newPage()
  const draftOf = (page: Page) => page.evaluate(() => localStorage.getItem("report-draft"))

  it("keeps an answer that was not sent on the device, without the contact, until it is deleted", async () => {
    const page = await come(true)
    await fillReport(page, site, "en", "https://kept.example/")
    await page.goto(`${site}/en/report/description?from=check`)
    await page.getByLabel(t("fields.description")).fill("Begun, and not sent.")
    await page.goto(`${site}/en/report/contact`)
    await page.getByLabel(t("fields.contact")).fill("somebody@mail.example")
    expect(await draftOf(page)).toContain("Begun, and not sent.")
    expect(await draftOf(page)).not.toContain("somebody")
    await page.getByText(t("wipe.title")).click()
    await page.getByRole("button", { name: t("wipe.button") }).click()
    await page.getByRole("link", { name: t("start"), exact: true }).waitFor()
    expect(await draftOf(page)).toBeNull()
  })

  it("brings back in a reload what was typed", async () => {
    const page = await come(true)
    await page.goto(`${site}/en/report/kind`)
    await page.getByLabel(choice("categories.music")).check()
    await page.reload()
    expect(await page.getByLabel(choice("categories.music")).isChecked()).toBe(true)
  })

  it("shows how an address is understood while it is typed", async () => {
    const page = await come(true)
    await page.goto(`${site}/en/report/kind`)
    await page.getByLabel(choice("categories.music")).check()
    await page.getByRole("button", { name: t("continue"), exact: true }).click()
    await page.getByLabel(t("fields.targets")).fill("hxxps://电影[.]example/?utm_source=x")
    await page.getByText("https://xn--p3t879b.example/", { exact: true }).waitFor()
    await page.getByText("电影.example").last().waitFor()
  })

  it("goes back and forth without a loss, without JavaScript", async () => {
    const page = await come(false)
    await fillReport(page, site, "en", "https://back-and-forth.example/")
    for (let back = 0; back < 3; back++) await page.goBack()
    await page.getByRole("heading", { name: t("steps.description") }).waitFor()
    expect(await page.getByLabel(t("fields.description")).inputValue()).toContain("whole film")
    await page.goto(`${site}/en/report/check`)
    await page.reload()
    await page.getByText("https://back-and-forth.example/").first().waitFor()
    await page.getByRole("link", { name: `${t("check.change")} (${t("short.work")})` }).click()
    await page.getByLabel(t("fields.work")).fill("Another film")
    await page.getByRole("button", { name: t("continue"), exact: true }).click()
    await page.getByText("Another film").waitFor()
  })
})

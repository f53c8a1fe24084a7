// Whoever runs a listed site objects with a file, without script, and an officer reads both and decides.
import type { Browser } from "playwright-core"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Locale, wordsFor } from "@/app/_words"
import { launchBrowser } from "@/tests/support/browser/launch"
import { signedIn } from "@/tests/support/browser/staff"
import { comeBy, untilShown } from "@/tests/support/browser/visit"
import { aListedSite } from "@/tests/support/listed"
import { portal } from "@/tests/support/portal/portal"

const { siteUrl } = await portal()
const text = "We hold a licence for everything that is offered there."
const wording = "The licence is for another site."

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const licence = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: "#eeeeee" } })
    .png()
    .toBuffer()

describe("an objection with a file", () => {
  it.each([
    ["zh", "phone"],
    ["en", "desktop"],
  ] as const)(
    "%s, %s: is sent without script, read beside the file, and decided",
    async (locale: Locale, size) => {
      const site = `objection-${locale}.example`
      await aListedSite(site)
      const [t, e, c] = [
        wordsFor(locale, "objection"),
        wordsFor(locale, "evidence"),
        wordsFor(locale, "consoleObjection"),
      ]
      const context = await comeBy(browser, { locale, size, script: false })
      const page = await context.newPage()
      await page.goto(`${siteUrl}/${locale}/sites/objection?site=${site}`)
      await page.getByLabel(t("text")).fill(text)
      await page.getByRole("button", { name: t("send") }).click()
      await page.getByRole("heading", { name: t("sent.title") }).waitFor()
      await page.getByRole("button", { name: t("addFiles") }).click()
      await page.getByText(text).waitFor()
      await page.getByRole("button", { name: t("files.add") }).click()
      const file = { name: "licence.png", mimeType: "image/png", buffer: await licence() }
      await page.locator("input[name=file]").setInputFiles(file)
      await page.getByRole("button", { name: e("send") }).click()
      const frame = page.frameLocator("iframe[name=sending]")
      await frame.getByText(e("sending.arrived")).waitFor()
      await frame.getByText(e("sending.look")).click()
      await untilShown(page, () => page.getByText(e("states.verified")).first().isVisible())
      expect(await page.locator("main").innerText()).toContain("licence.png")

      const officer = await signedIn(
        browser,
        siteUrl,
        { locale, size: "desktop", script: true },
        "administrator",
      )
      await officer.goto(`${siteUrl}/admin/objections`)
      await officer.getByRole("link", { name: site }).click()
      await officer.getByText("licence.png").waitFor()
      await untilShown(officer, () => officer.locator("img.preview").first().isVisible())
      await officer.getByLabel(c("outcomes.reject")).check()
      await officer.getByLabel(c("wording")).fill(wording)
      await officer.getByRole("button", { name: c("sendDecision") }).click()
      await officer.getByText(wording).first().waitFor()
      await officer.context().close()

      await page.reload()
      await page.getByText(wording).waitFor()
      expect(await page.getByRole("button", { name: t("files.add") }).count()).toBe(0)
      await context.close()
    },
  )
})

import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { launchBrowser } from "@/tests/support/browser/launch"
import { signedIn } from "@/tests/support/browser/staff"
import type { Visit } from "@/tests/support/browser/visit"
import { portal } from "@/tests/support/portal/portal"

const { siteUrl, pids, ready, log } = await portal()
const visits = (["zh", "en"] as const).flatMap((locale) =>
  [true, false].map((script): Visit => ({ locale, size: "desktop", script })),
)
const secondsMax = 10
let browser: Browser
const pages = new Map<Visit, Page>()

/** The database takes what it is asked, and answers nothing. */
const silence = (isSilent: boolean) => process.kill(pids().dynamo ?? 0, isSilent ? "SIGSTOP" : "SIGCONT")

beforeAll(async () => {
  browser = await launchBrowser()
  for (const visit of visits) {
    const page = await signedIn(browser, siteUrl, visit, "moderator-1")
    await page.goto(`${siteUrl}/admin`)
    pages.set(visit, page)
  }
  silence(true)
})

afterAll(async () => {
  silence(false)
  await browser.close()
  await ready()
})

describe("while the database is silent", () => {
  it.concurrent.each(visits)(
    "a page of the console says so within seconds: $locale, script: $script",
    async (visit) => {
      const page = pages.get(visit)
      if (!page) throw new Error("nobody is signed in")
      const begun = Date.now()
      const answer = await page.goto(`${siteUrl}/admin`, { timeout: 60_000 })
      expect(Date.now() - begun).toBeLessThan(secondsMax * 1_000)
      expect(answer?.status()).toBe(500)
      const t = wordsFor(visit.locale, "errors")
      await page.getByRole("heading", { name: t("codes.unavailable.title") }).waitFor()
      await page.getByText(t("codes.unavailable.detail")).waitFor()
      const number = await page.locator("code").innerText()
      expect(number).toMatch(/^req_/)
      // The number is worth something: whoever is told it finds it.
      expect(log()).toContain(number)
    },
  )
})

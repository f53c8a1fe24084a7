import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { follow } from "@/tests/support/browser/citizen"
import { visits } from "@/tests/support/browser/covering"
import { launchBrowser } from "@/tests/support/browser/launch"
import { ask, claim, signedIn } from "@/tests/support/browser/staff"
import { comeBy, visitName } from "@/tests/support/browser/visit"
import { submitted } from "@/tests/support/factory"
import { portal } from "@/tests/support/portal/portal"

describe.concurrent("a question and its answer", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  it.each(visits.map((visit) => [visitName(visit), visit] as const))("%s", async (_name, visit) => {
    const { siteUrl } = await portal()
    const { locale } = visit
    const t = wordsFor(locale, "follow")
    const c = wordsFor(locale, "consoleTip")
    const { tipId, receipt } = await submitted({ contact: "zhang@reader.example" })

    const moderator = await signedIn(browser, siteUrl, visit, "moderator-1")
    await claim(moderator, siteUrl, visit, tipId)
    await ask(moderator, visit, "On which page did you see it?")

    const reporter = await (await comeBy(browser, visit)).newPage()
    await follow(reporter, siteUrl, locale, receipt)
    await reporter.getByText("On which page did you see it?").waitFor()
    await reporter.getByLabel(t("talk.answer")).fill("On page 3.")
    await reporter.getByRole("button", { name: t("talk.send") }).click()
    await reporter.getByRole("heading", { name: t("talk.title") }).waitFor()
    await reporter.getByText(t("contact.withdraw"), { exact: true }).click()
    await reporter.getByRole("button", { name: t("contact.erase") }).click()
    await reporter.getByRole("status").getByText(t("did.contact-erased")).waitFor()
    expect(await reporter.getByText(t("contact.title"), { exact: true }).count()).toBe(0)

    await moderator.goto(`${siteUrl}/admin/tips/${tipId}`)
    await moderator.getByText("On page 3.").waitFor()
    await moderator.locator(".head").getByText(c("status.received")).waitFor()
    await Promise.all([moderator, reporter].map((page) => page.context().close()))
  })
})

import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { getTip } from "@/lib/tip"
import { follow } from "@/tests/support/browser/citizen"
import { visits } from "@/tests/support/browser/covering"
import { launchBrowser } from "@/tests/support/browser/launch"
import { claim, signedIn, unfold } from "@/tests/support/browser/staff"
import { comeBy, visitName } from "@/tests/support/browser/visit"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"
import { portal } from "@/tests/support/portal/portal"

describe.concurrent("a tip that needs another person", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  it.each(visits.map((visit) => [visitName(visit), visit] as const))("%s", async (_name, visit) => {
    const { siteUrl } = await portal()
    const { locale } = visit
    const [t, f] = [wordsFor(locale, "consoleTip"), wordsFor(locale, "follow")]
    const { tipId, receipt } = await submitted()

    const first = await signedIn(browser, siteUrl, visit, "moderator-1")
    await claim(first, siteUrl, visit, tipId)
    const escalation = await unfold(first, t("escalate"))
    await escalation.getByLabel(t("reason"), { exact: true }).fill("看不出是否已获授权")
    await escalation.getByRole("button", { name: t("escalate") }).click()
    await first.getByText(t("another.escalated", { name: "审核员甲（演示）" })).waitFor()
    expect(await first.getByRole("button", { name: t("claim"), exact: true }).count()).toBe(0)

    const second = await signedIn(browser, siteUrl, visit, "moderator-2")
    await claim(second, siteUrl, visit, tipId)
    const decline = await unfold(second, t("decline"))
    await decline.getByRole("radio").nth(1).check()
    await decline.getByRole("button", { name: t("decline") }).click()
    await second.locator(".head").getByText(t("status.declined")).waitFor()

    const reporter = await (await comeBy(browser, visit)).newPage()
    await follow(reporter, siteUrl, locale, receipt)
    await reporter.getByText(f("appeal.title"), { exact: true }).click()
    await reporter.getByRole("button", { name: f("appeal.go") }).click()
    await reporter.getByRole("link", { name: f("needed.appeal") }).waitFor()
    await reporter.getByLabel(f("appeal.why")).fill("第二个网址就是该影片的完整播放页面。")
    await reporter.getByRole("button", { name: f("appeal.go") }).click()
    await reporter.getByText(f("did.appealed")).waitFor()
    expect(await reporter.getByText(f("appeal.title"), { exact: true }).count()).toBe(0)

    const { tip } = await getTip(as("auditor"), { tipId })
    expect(tip).toMatchObject({
      status: "received",
      another: { why: "appealed", than: { id: "moderator-2" } },
    })
    await Promise.all([first, second, reporter].map((page) => page.context().close()))
  })
})

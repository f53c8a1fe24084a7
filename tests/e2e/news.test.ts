import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { locales, wordsFor } from "@/app/_words"
import { putAttempt } from "@/lib/outbox/attempts"
import { numberOf, tipIdOf } from "@/lib/reporter"
import { changeNews, mailKey } from "@/lib/reporter/news/news"
import { transact } from "@/lib/store/transact"
import { askReporter, claimTip } from "@/lib/tip"
import { fillReport, follow, keepReceipt, sendReport } from "@/tests/support/browser/citizen"
import { launchBrowser } from "@/tests/support/browser/launch"
import { signedIn } from "@/tests/support/browser/staff"
import { comeBy } from "@/tests/support/browser/visit"
import { settles } from "@/tests/support/crash/persist"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"
import { portal } from "@/tests/support/portal/portal"

const { siteUrl, dataDir } = await portal()
const mailTo = (contact: string) =>
  readdirSync(join(dataDir, "mail"))
    .map((name) => readFileSync(join(dataDir, "mail", name), "utf8"))
    .filter((mail) => mail.includes(contact))

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe.each(locales)("news by e-mail, without JavaScript (%s)", (locale) => {
  it("comes to who ticked it, leads to the report, and stops by its link", async () => {
    const contact = `reader-${Date.now()}@mail.example`
    const t = wordsFor(locale, "report")
    const f = wordsFor(locale, "follow")
    const page = await (await comeBy(browser, { locale, size: "phone", script: false })).newPage()

    await fillReport(page, siteUrl, locale, "https://films.pirate.example/news", { hasFiles: "no" })
    await page.goto(`${siteUrl}/${locale}/report/contact?from=check`)
    await page.getByLabel(t("fields.news")).check()
    await page.getByLabel(t("fields.contact")).fill("13800138000")
    await page.getByRole("button", { name: t("continue"), exact: true }).click()
    await page.getByText(wordsFor(locale, "errors")("rules.contact-not-email")).first().waitFor()
    expect(await page.getByLabel(t("fields.news")).isChecked()).toBe(true)
    await page.getByLabel(t("fields.contact")).fill(contact)
    await page.getByRole("button", { name: t("continue"), exact: true }).click()
    await page.getByText(t("short.news"), { exact: true }).waitFor()
    await sendReport(page, locale)
    const keys = await keepReceipt(page, locale)

    const tipId = tipIdOf(keys.number) ?? ""
    const { version } = await claimTip(as("mei"), { tipId })
    await askReporter(as("mei"), { tipId, version, question: "On which page did you see the film?" })
    expect(await settles(async () => mailTo(contact).length === 1, 30)).toBe(true)
    const [mail = ""] = mailTo(contact)
    expect(mail).not.toContain("film")
    const stopUrl = /<(http[^>]+\/news\/stop[^>]+)>/.exec(mail)?.[1] ?? ""

    await page.goto(stopUrl)
    await page.getByRole("heading", { name: f("news.stop.title") }).waitFor()
    await follow(page, siteUrl, locale, keys)
    await page.getByText(f("news.on.text")).waitFor()
    await page.goto(stopUrl)
    await page.getByRole("button", { name: f("news.stop.go") }).click()
    await page.getByRole("heading", { name: f("news.stopped.title") }).waitFor()
    await page.goto(`${siteUrl}/${locale}/follow`)
    await page.getByRole("button", { name: f("news.off.go") }).click()
    await page.getByRole("button", { name: f("news.on.go") }).click()
    await page.getByRole("button", { name: f("news.off.go") }).waitFor()
  })

  it("stops by a mail program's own button, which sends no cookie and no origin", async () => {
    const response = await fetch(`${siteUrl}/${locale}/follow/news/stop?key=${"0".repeat(32)}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain(wordsFor(locale, "follow")("news.stopped.title"))
  })
})

it("that was given up is listed with the portal's state, and sent again by an administrator", async () => {
  const contact = `given-up-${Date.now()}@mail.example`
  const { tipId } = await submitted({ contact, news: true })
  const now = new Date().toISOString()
  await transact([
    putAttempt(mailKey(tipId), { number: 27, at: now, tookMs: 40, status: 451, error: "EENVELOPE" }),
  ])
  await changeNews(tipId, (news) => ({ ...news, dueAt: now, isParked: true, tries: 27, attempts: 27 }))
  const page = await signedIn(
    browser,
    siteUrl,
    { locale: "en", size: "desktop", script: true },
    "administrator",
  )
  await page.goto(`${siteUrl}/admin/health`)
  const row = page.getByRole("row", { name: numberOf(tipId) })
  await row.getByText("SMTP 451").waitFor()
  await row.getByRole("button", { name: wordsFor("en", "consoleDesk")("health.mails.replay") }).click()
  expect(await settles(async () => mailTo(contact).length === 1, 30)).toBe(true)
  await page.goto(`${siteUrl}/admin/health`)
  await page.getByRole("heading", { name: wordsFor("en", "consoleDesk")("health.mails.title") }).waitFor()
  expect(await row.count()).toBe(0)
})

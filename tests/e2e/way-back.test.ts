// The whole way of a citizen on a phone, in Chinese and without JavaScript: an error at each step, Back at every point.
import type { Browser, Page, Response } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import type { Step } from "@/app/[locale]/report/steps"
import { askReporter, claimTip, getTip } from "@/lib/tip"
import { addScreenshot, follow, keepReceipt, sendReport } from "@/tests/support/browser/citizen"
import { launchBrowser } from "@/tests/support/browser/launch"
import { comeBy } from "@/tests/support/browser/visit"
import { as } from "@/tests/support/people"
import { portal } from "@/tests/support/portal/portal"

const { siteUrl } = await portal()
const locale = "zh"
const r = wordsFor(locale, "report")
const f = wordsFor(locale, "follow")
const choice = wordsFor(locale, "choices")

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** A page that keeps count of the forms it sent, and of the answers that are no page. */
const come = async () => {
  const page = await (await comeBy(browser, { locale, size: "phone", script: false })).newPage()
  const posts: string[] = []
  const faults: string[] = []
  page.on("request", (request) => {
    if (request.method() === "POST" && request.isNavigationRequest()) posts.push(request.url())
  })
  page.on("response", (response: Response) => {
    if (response.request().isNavigationRequest() && response.status() >= 400)
      faults.push(`${response.status()} ${response.url()}`)
  })
  return { page, posts, faults }
}

type Wrong = (page: Page) => Promise<void>
type Question = { readonly wrong?: Wrong; readonly right: Wrong; readonly shown?: Wrong }

const typed =
  (label: string, text: string): Wrong =>
  (page) =>
    page.getByLabel(label).fill(text)
const holds =
  (label: string, text: string): Wrong =>
  async (page) =>
    expect(await page.getByLabel(label).inputValue()).toBe(text)
const checked =
  (label: string): Wrong =>
  (page) =>
    page.getByLabel(label, { exact: true }).check()
const isChecked =
  (label: string): Wrong =>
  async (page) =>
    expect(await page.getByLabel(label, { exact: true }).isChecked()).toBe(true)
const nothing: Wrong = async () => undefined

const text = "整部影片可以免费观看，还有广告。"

const questions: Readonly<Record<Step, Question>> = {
  kind: {
    wrong: nothing,
    right: checked(choice("categories.film-tv")),
    shown: isChecked(choice("categories.film-tv")),
  },
  where: {
    wrong: typed(r("fields.targets"), "http://192.168.1.1/"),
    right: typed(r("fields.targets"), "https://way-back.example/看"),
    shown: holds(r("fields.targets"), "https://way-back.example/看"),
  },
  work: { right: typed(r("fields.work"), "一部电影"), shown: holds(r("fields.work"), "一部电影") },
  money: { right: checked(choice("earnings.ads")), shown: isChecked(choice("earnings.ads")) },
  description: {
    wrong: typed(r("fields.description"), "短"),
    right: typed(r("fields.description"), text),
    shown: holds(r("fields.description"), text),
  },
  files: { wrong: nothing, right: checked(r("yes")), shown: isChecked(r("yes")) },
  contact: {
    wrong: typed(r("fields.contact"), "x"),
    right: typed(r("fields.contact"), "zhang@reader.example"),
    shown: holds(r("fields.contact"), "zhang@reader.example"),
  },
}

const complaint = (page: Page) => page.locator(".govuk-error-summary")
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click()

/** Back, and on again to where one was: each time a page. */
const backAndOn = async (page: Page) => {
  const here = page.url()
  await page.goBack()
  expect(await page.locator("main h1").count()).toBe(1)
  await page.goForward()
  expect(page.url()).toBe(here)
  expect(await page.locator("main h1").count()).toBe(1)
}

it("never sends anything again, loses nothing, and confirms every act", async () => {
  const { page, posts, faults } = await come()
  let sent = 0
  await page.goto(`${siteUrl}/${locale}/report`)
  await page.getByRole("link", { name: r("start"), exact: true }).click()
  for (const [step, { wrong, right, shown }] of Object.entries(questions)) {
    await page.waitForURL(`**/report/${step}`)
    if (wrong) {
      await wrong(page)
      await press(page, r("continue"))
      sent += 1
      await complaint(page).waitFor()
      await backAndOn(page)
      await complaint(page).waitFor()
    }
    await right(page)
    await press(page, r("continue"))
    sent += 1
    await page.waitForURL((url) => !url.pathname.endsWith(`/report/${step}`))
    // Once a form is taken, the page before it shows what was answered, and complains no more.
    await page.goBack()
    expect(await complaint(page).count()).toBe(0)
    await shown?.(page)
    await page.goForward()
    expect(posts).toHaveLength(sent)
  }

  await page.getByRole("heading", { name: r("check.title") }).waitFor()
  await page.getByText("https://way-back.example/看").waitFor()
  await backAndOn(page)
  await sendReport(page, locale)
  sent = posts.length
  await page.goBack()
  expect(await page.locator("main h1").count()).toBe(1)
  // From where one was before, all ways lead to what was sent, and none sends it again.
  await page.goto(`${siteUrl}/${locale}/report/check`)
  await page.getByRole("heading", { name: r("receipt.title") }).waitFor()
  await page.goto(`${siteUrl}/${locale}/report/evidence`)
  await addScreenshot(page, locale, false)
  const keys = await keepReceipt(page, locale)
  sent = posts.length
  await backAndOn(page)
  expect(posts).toHaveLength(sent)

  const tipId = `tip_${keys.number.replaceAll("-", "")}`
  expect((await getTip(as("mei"), { tipId })).tip).toMatchObject({ description: text, work: "一部电影" })
  const { version } = await claimTip(as("mei"), { tipId })
  await askReporter(as("mei"), { tipId, version, question: "在哪一页看到的？" })

  await page.goto(`${siteUrl}/${locale}/follow`)
  await page.getByLabel(f("number")).fill(keys.number)
  await page.getByLabel(f("code")).fill("wrong-code")
  await press(page, f("open"))
  await complaint(page).waitFor()
  await backAndOn(page)
  await follow(page, siteUrl, locale, keys)
  await backAndOn(page)
  await page.getByLabel(f("talk.answer")).fill("述".repeat(5_001))
  await press(page, f("talk.send"))
  await complaint(page).waitFor()
  sent = posts.length
  await backAndOn(page)
  await page.getByLabel(f("talk.answer")).fill("在第三页。")
  await press(page, f("talk.send"))
  await page.getByRole("status").getByText(f("did.answered")).waitFor()
  await backAndOn(page)
  expect(posts).toHaveLength(sent + 1)

  await page.getByRole("link", { name: f("addFiles") }).click()
  await press(page, wordsFor(locale, "evidence")("another"))
  await addScreenshot(page, locale, false)
  await page.goto(`${siteUrl}/${locale}/follow`)
  await press(page, f("close"))
  await page.getByRole("status").getByText(f("did.closed")).waitFor()
  sent = posts.length
  await page.goBack()
  expect(await page.locator("main h1").count()).toBe(1)
  expect(await page.getByText(text).count()).toBe(0)
  expect(posts).toHaveLength(sent)
  expect((await getTip(as("mei"), { tipId })).tip.evidenceCount).toBe(2)
  expect(faults).toEqual([])
  await page.context().close()
})

import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Locale, wordsFor } from "@/app/_words"
import { askReporter, claimTip } from "@/lib/tip"
import { follow } from "@/tests/support/browser/citizen"
import { launchBrowser } from "@/tests/support/browser/launch"
import { comeBy } from "@/tests/support/browser/visit"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"
import { portal } from "@/tests/support/portal/portal"

const { siteUrl } = await portal()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const come = async (locale: Locale, script: boolean) => {
  const page = await (await comeBy(browser, { locale, size: "phone", script })).newPage()
  const posts: string[] = []
  page.on("request", (request) => {
    if (request.method() === "POST" && request.isNavigationRequest()) posts.push(request.url())
  })
  return { page, posts }
}

const complaint = (page: Page) => page.locator(".govuk-error-summary")

type Journey = {
  readonly begin: (page: Page, locale: Locale) => Promise<void>
  readonly field: (locale: Locale) => string
  readonly button: (locale: Locale) => string
  readonly wrong: string
  readonly right: string
}

const journeys: Readonly<Record<string, Journey>> = {
  "a question of the report": {
    begin: async (page, locale) => {
      await page.goto(`${siteUrl}/${locale}/report/kind`)
      await page.getByLabel(wordsFor(locale, "choices")("categories.music")).check()
      await page.getByRole("button", { name: wordsFor(locale, "report")("continue"), exact: true }).click()
    },
    field: (locale) => wordsFor(locale, "report")("fields.targets"),
    button: (locale) => wordsFor(locale, "report")("continue"),
    wrong: "http://192.168.1.1/",
    right: "https://songs.pirate.example/",
  },
  "an answer to a question": {
    begin: async (page, locale) => {
      const { tipId, receipt } = await submitted()
      const { version } = await claimTip(as("mei"), { tipId })
      await askReporter(as("mei"), { tipId, version, question: "On which page?" })
      await follow(page, siteUrl, locale, receipt)
    },
    field: (locale) => wordsFor(locale, "follow")("talk.answer"),
    button: (locale) => wordsFor(locale, "follow")("talk.send"),
    wrong: "述".repeat(5_001),
    right: "On page 3.",
  },
  "the verification of a statement": {
    begin: async (page, locale) => {
      await page.goto(`${siteUrl}/${locale}/receipt/verify`)
    },
    field: (locale) => wordsFor(locale, "receipt")("statement"),
    button: (locale) => wordsFor(locale, "receipt")("check"),
    wrong: "x".repeat(20_001),
    right: "eyJhbGciOiJFZERTQSJ9.e30.none",
  },
}

const visits = [
  ["zh", false],
  ["en", true],
] as const

describe.each(Object.entries(journeys))("%s", (_, journey) => {
  it.each(visits)("is sent again by no way back, forth or round (%s, script: %s)", async (locale, script) => {
    const { page, posts } = await come(locale, script)
    await journey.begin(page, locale)
    const begun = posts.length
    const field = page.getByLabel(journey.field(locale))
    const send = () => page.getByRole("button", { name: journey.button(locale), exact: true }).click()
    await field.fill(journey.wrong)
    await send()
    await complaint(page).waitFor()
    expect(await field.inputValue()).toBe(journey.wrong)
    await page.reload()
    await complaint(page).waitFor()
    expect(await field.inputValue()).toBe(journey.wrong)
    await field.fill(journey.right)
    await send()
    await complaint(page).waitFor({ state: "detached" })
    const taken = page.url()
    await page.goBack()
    expect(await page.locator("main h1").count()).toBe(1)
    expect(await complaint(page).count()).toBe(0)
    await page.goBack()
    expect(await page.locator("main h1").count()).toBe(1)
    await page.goForward()
    await page.goForward()
    expect(page.url()).toBe(taken)
    expect(await page.locator("main h1").count()).toBe(1)
    expect(posts.length - begun).toBe(2)
    await page.context().close()
  })
})

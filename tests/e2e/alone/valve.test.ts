import { setTimeout as pause } from "node:timers/promises"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, expect, it } from "vitest"
import { type Locale, wordsFor } from "@/app/_words"
import { steps } from "@/app/[locale]/report/steps"
import { getValve, openValve, type ValveState, valveSeenSeconds } from "@/lib/limits"
import { fillReport, follow, keepReceipt, sendReport } from "@/tests/support/browser/citizen"
import { visitsWhileShut } from "@/tests/support/browser/covering"
import { launchBrowser } from "@/tests/support/browser/launch"
import { signedIn, unfold } from "@/tests/support/browser/staff"
import { comeBy, type Visit } from "@/tests/support/browser/visit"
import { aTip } from "@/tests/support/factory"
import { as, visitor } from "@/tests/support/people"
import { portal } from "@/tests/support/portal/portal"

const said: Readonly<Record<Locale, string>> = {
  zh: "大量虚假举报正在涌入，请稍候。",
  en: "A flood of false reports is coming in. Please wait.",
}

/** All other files share this portal: whatever happened here, they find it open. */
const openWhateverHappened = async () => {
  const { state, version } = await getValve(visitor(), {})
  if (state === "open") return
  await openValve(as("administrator"), { version })
  await untilSeen()
}

/** Until every process has seen what was turned. */
const untilSeen = () => pause(valveSeenSeconds * 1000)

let browser: Browser
let site: string
let desk: Page
beforeAll(async () => {
  site = (await portal()).siteUrl
  browser = await launchBrowser()
  desk = await signedIn(browser, site, { locale: "en", size: "desktop", script: true }, "administrator")
})
afterEach(openWhateverHappened)
afterAll(() => browser.close())

const t = wordsFor("en", "consoleDesk")

const shut = async (state: Exclude<ValveState, "open">) => {
  await desk.goto(`${site}/admin/health`)
  const fold = await unfold(desk, t("valve.shut"))
  await fold.getByLabel(t("valve.zh")).fill(said.zh)
  await fold.getByLabel(t("valve.en")).fill(said.en)
  const name = t(state === "uploads-shut" ? "valve.shutUploads" : "valve.shutReports")
  await fold.getByRole("button", { name, exact: true }).click()
  await desk.getByText(t(`valve.states.${state}`), { exact: true }).waitFor()
  await untilSeen()
}

const open = async () => {
  await desk.getByRole("button", { name: t("valve.open") }).click()
  await desk.getByText(t("valve.states.open"), { exact: true }).waitFor()
  await untilSeen()
}

/** Pages of all these visitors, who come at the same time. */
const withVisitors = async (
  visits: readonly Visit[],
  whileShut: (page: Page, visit: Visit) => Promise<void>,
  onceOpen: (page: Page, visit: Visit) => Promise<void>,
) => {
  const pages = new Map<Visit, Page>()
  for (const visit of visits) pages.set(visit, await (await comeBy(browser, visit)).newPage())
  await Promise.all([...pages].map(([visit, page]) => whileShut(page, visit)))
  await open()
  await Promise.all(
    [...pages].map(async ([visit, page]) => {
      await onceOpen(page, visit)
      await page.context().close()
    }),
  )
}

/** Which of these pages do not say it. */
const silent = async (page: Page, { locale }: Visit, paths: readonly string[]) => {
  const found: string[] = []
  for (const path of paths) {
    await page.goto(`${site}/${locale}${path}`)
    if (!(await page.getByText(said[locale]).first().isVisible())) found.push(path)
  }
  return found
}

const pagesOfReport = ["/report", ...steps.map((step) => `/report/${step}`), "/report/check"]

it("while uploads are shut a report goes through without its files, which come later", async () => {
  await shut("uploads-shut")
  const added = (page: Page, locale: Locale) =>
    page.getByRole("link", { name: wordsFor(locale, "follow")("addFiles") })
  await withVisitors(
    visitsWhileShut["uploads-shut"],
    async (page, visit) => {
      const { locale } = visit
      await fillReport(page, site, locale, `https://without-files.example/${locale}/${visit.script}`)
      expect(await silent(page, visit, pagesOfReport)).toEqual([])
      await page.getByText(wordsFor(locale, "report")("shut.uploads-shut")).waitFor()
      await sendReport(page, locale)
      await page.getByText(said[locale]).waitFor()
      expect(await page.locator("input[type=file]").count()).toBe(0)
      const keys = await keepReceipt(page, locale)
      await follow(page, site, locale, keys)
      await page.getByText(said[locale]).waitFor()
      expect(await added(page, locale).count()).toBe(0)
    },
    async (page, { locale }) => {
      await page.reload()
      await added(page, locale).click()
      await page.getByRole("heading", { name: wordsFor(locale, "evidence")("title") }).waitFor()
      expect(await page.getByText(said[locale]).count()).toBe(0)
    },
  )
})

it("while reports are shut all say why, and what was answered is sent when they are open", async () => {
  await shut("reports-shut")
  for (const locale of ["zh", "en"] as const) await apiSaysWhy(locale)
  await withVisitors(
    visitsWhileShut["reports-shut"],
    async (page, visit) => {
      const { locale } = visit
      const r = wordsFor(locale, "report")
      await fillReport(page, site, locale, `https://sent-later.example/${locale}/${visit.script}`)
      expect(await silent(page, visit, pagesOfReport)).toEqual([])
      await page.getByRole("button", { name: r("submit"), exact: true }).click()
      await page.getByText(r("shut.notSent")).waitFor()
      expect(new URL(page.url()).pathname).toBe(`/${locale}/report/check`)
      expect(await page.getByText(said[locale]).count()).toBe(1)
      await page.getByText("https://sent-later.example/").first().waitFor()
    },
    async (page, { locale }) => sendReport(page, locale),
  )
})

const apiSaysWhy = async (locale: Locale) => {
  const response = await fetch(`${site}/api/v1/tips`, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": locale },
    body: JSON.stringify(aTip()),
  })
  expect(response.status).toBe(503)
  expect(response.headers.get("content-type")).toContain("application/problem+json")
  expect(response.headers.get("retry-after")).toMatch(/^\d+$/)
  expect(await response.json()).toMatchObject({
    detail: said[locale],
    retryAfterSeconds: expect.any(Number),
  })
}

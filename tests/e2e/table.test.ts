// A right holder's table as people send it: chosen, tried, confirmed, and read row by row.
import { readFile } from "node:fs/promises"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { findReport } from "@/lib/right-holder"
import { launchBrowser } from "@/tests/support/browser/launch"
import { comeBy, untilShown, type Visit, visitName } from "@/tests/support/browser/visit"
import { gbk } from "@/tests/support/gbk"
import { aHolder } from "@/tests/support/holder"
import { portal } from "@/tests/support/portal/portal"

const { siteUrl } = await portal()

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const visits: readonly Visit[] = [
  { locale: "zh", size: "phone", script: false },
  { locale: "en", size: "desktop", script: true },
]

const row = (reference: string, url: string) => `${reference};影视;${url};整部影片可以免费观看。`
const table = (name: string) =>
  gbk(
    [
      "参考号;类别;网址;说明",
      row(`${name}-1`, "https://table.example/1"),
      row(`${name}-2`, "https：//table。example/2，免费看"),
      row(`${name}-3`, "http://192.168.0.1/"),
    ].join("\r\n"),
  )

it.each(visits.map((visit) => [visitName(visit), visit] as const))("%s", async (_name, visit) => {
  const { locale, script } = visit
  const t = wordsFor(locale, "batch")
  const name = `table-${locale}`
  const { key, holder } = await aHolder(name)
  const page = await (await comeBy(browser, visit)).newPage()
  const shows = (text: string) => async () => (await page.getByText(text).count()) > 0
  /** With a script the page looks by itself; without, its reader does. */
  const until = (text: string) =>
    script ? page.getByText(text).first().waitFor({ timeout: 20_000 }) : untilShown(page, shows(text))
  const press = (button: string) => page.getByRole("button", { name: button, exact: true }).click()

  await page.goto(`${siteUrl}/${locale}/right-holders`)
  await page.locator("#key").fill(key)
  await press(wordsFor(locale, "rightHolder")("open"))
  await page.getByRole("link", { name: t("begin") }).click()
  await press(t("begin"))
  await page
    .getByLabel(t("choose"))
    .setInputFiles({ name: "侵权.csv", mimeType: "text/csv", buffer: Buffer.from(table(name)) })
  await press(t("upload"))
  if (!script) {
    const frame = page.frameLocator("iframe[name=sending]")
    await frame.getByRole("link", { name: wordsFor(locale, "evidence")("sending.look") }).click()
  }
  await until(t("about.checked"))
  await page.getByText("https://table.example/2").waitFor()
  expect(await findReport(holder, { reference: `${name}-1` })).toBeUndefined()

  await press(t("submit", { count: 2 }))
  await until(t("about.sent"))
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: t("download") }).click(),
  ])
  const [head, first, , third] = (await readFile(await download.path(), "utf8")).split("\r\n")
  expect(head).toContain(t("result.code"))
  const report = await findReport(holder, { reference: `${name}-1` })
  expect(first).toContain(`${t("became.created")},${report?.number},`)
  expect(third).toContain(t("became.invalid"))

  await page.getByRole("link", { name: t("reports") }).click()
  await page.getByLabel(t("search")).fill(`${name}-2`)
  await press(t("searchSubmit"))
  await page
    .getByRole("heading", { name: `${name}-2` })
    .first()
    .waitFor()
  await page.context().close()
})

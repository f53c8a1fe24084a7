import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { issueMessage } from "@/app/_http/message"
import { wordsFor } from "@/app/_words"
import { metricText } from "@/app/_words/figure-text"
import { tooLarge } from "@/app/admin/(staff)/ledger/import/table"
import { openCase } from "@/lib/case"
import { dayInBeijing } from "@/lib/kernel/day"
import { listCaseMeasures } from "@/lib/measure"
import { launchBrowser } from "@/tests/support/browser/launch"
import { signedIn } from "@/tests/support/browser/staff"
import { acceptedTip, runningCampaign } from "@/tests/support/factory"
import { gbk } from "@/tests/support/gbk"
import { as, system } from "@/tests/support/people"
import { portal } from "@/tests/support/portal/portal"

let browser: Browser
let site: string
beforeAll(async () => {
  site = (await portal()).siteUrl
  browser = await launchBrowser()
  await runningCampaign()
})
afterAll(() => browser.close())

const t = wordsFor("zh", "consoleImport")

const today = dayInBeijing(new Date().toISOString()).replaceAll("-", "/")
const metric = metricText("zh", "links-removed")

const aCase = async () => {
  const { tipId } = await acceptedTip({ targets: [`https://import-${Date.now()}.example/`] })
  return (await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId ?? "none"
}

/** As a spreadsheet in China saves it, with one row that is wrong. */
const table = (caseId: string, rows: number) =>
  Buffer.from(
    gbk(
      [
        "案号,指标,数量,采取日期,文件,备注",
        ...Array.from({ length: rows }, (_, at) => `${caseId},${metric},"1,000",${today},决定书,第${at}批`),
        `${caseId},${metric},许多,${today},决定书,`,
      ].join("\r\n"),
    ),
  )

const choose = async (page: Page, buffer: Buffer) => {
  await page.goto(`${site}/admin/ledger/import`)
  await page.locator('[name="file"]').setInputFiles({ name: "措施.csv", mimeType: "text/csv", buffer })
  await page.getByRole("button", { name: t("check"), exact: true }).click()
}

/** More than are recorded in one call. */
const rows = 60

it("a table of measures is checked, then recorded once, and goes on by itself", async () => {
  const caseId = await aCase()
  const page = await signedIn(
    browser,
    site,
    { locale: "zh", size: "desktop", script: true },
    "case-officer-1",
  )
  await choose(page, table(caseId, rows))
  await page.getByText(t("found", { ready: rows, exists: 0, refused: 1 })).waitFor()
  expect(await listCaseMeasures(as("cai"), { caseId })).toEqual([])
  await page.getByRole("button", { name: t("record", { count: rows }) }).click()
  await page.waitForURL(/\/admin\/ledger\/import\/imp_/)
  const progress = page.url()
  await page.getByText(t("did", { recorded: rows, exists: 0, refused: 0 })).waitFor()
  await page.getByText(t("states.done"), { exact: true }).waitFor()
  const measures = await listCaseMeasures(as("cai"), { caseId })
  expect(new Set(measures.map(({ note, quantity }) => `${note} ${quantity}`)).size).toBe(rows)
  await choose(page, table(caseId, rows))
  await page.getByText(t("found", { ready: 0, exists: rows, refused: 1 })).waitFor()
  await page.getByRole("link", { name: "措施.csv" }).first().click()
  await page.waitForURL(progress)
  const other = await signedIn(
    browser,
    site,
    { locale: "en", size: "desktop", script: true },
    "case-officer-2",
  )
  expect((await other.goto(progress))?.status()).toBe(404)
})

it("what is no table is refused at its field", async () => {
  const page = await signedIn(browser, site, { locale: "zh", size: "phone", script: true }, "case-officer-1")
  await page.goto(`${site}/admin/ledger/import`)
  const check = page.getByRole("button", { name: t("check"), exact: true })
  await check.click()
  await page.locator(".issue").waitFor()
  await choose(page, Buffer.from("PK\u0003\u0004workbook"))
  await page.getByText(wordsFor("zh", "errors")("rules.batch-spreadsheet")).waitFor()
  const large = { name: "large.csv", mimeType: "text/csv", buffer: Buffer.alloc(1_500_000, "1,") }
  await page.locator('[name="file"]').setInputFiles(large)
  await page.getByText(issueMessage("zh", tooLarge)).waitFor()
  expect(await page.locator('[name="file"]').inputValue()).toBe("")
})

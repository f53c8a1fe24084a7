// A campaign as a browser prints it on A4.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { launchBrowser } from "@/tests/support/browser/launch"
import { comeBy } from "@/tests/support/browser/visit"
import { portal } from "@/tests/support/portal/portal"

const { siteUrl } = await portal()

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

it.each([
  ["/zh/campaigns/jianwang-2017", 2, /2,?554/],
  ["/en/campaigns/jianwang-2017", 2, /2,?554/],
  ["/zh/campaigns/jianwang-2021", 2, /1,?066/],
] as const)("%s takes at most %i pages, with its figures", async (path, pagesMax, shown) => {
  const locale = path.startsWith("/zh") ? "zh" : "en"
  const page = await (await comeBy(browser, { locale, size: "desktop", script: true })).newPage()
  await page.goto(`${siteUrl}${path}`)
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: "A4" })) }).promise
  const texts = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => {
      const { items } = await (await pdf.getPage(at + 1)).getTextContent()
      return items.map((item) => ("str" in item ? item.str : "")).join("")
    }),
  )
  expect(pdf.numPages).toBeLessThanOrEqual(pagesMax)
  expect(texts.join("")).toMatch(shown)
  // A last page with a line or two is one too many.
  expect(texts.at(-1)?.length).toBeGreaterThan(100)
  await page.context().close()
})

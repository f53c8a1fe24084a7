import type { Browser, BrowserContext, Page } from "playwright-core"
import type { Locale } from "@/app/_words"

/** How somebody comes: language, size of screen, and whether scripts run. */
export type Visit = {
  readonly locale: Locale
  readonly size: "phone" | "desktop"
  readonly script: boolean
  /** For who brings a script of the test's own into a page. */
  readonly bypassCSP?: boolean
}

export const visitName = ({ locale, size, script }: Visit) =>
  `${locale}, ${size}, ${script ? "with" : "without"} JavaScript`

export const viewports = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
} as const

const patienceMs = 10_000

/** A browser of one's own for one person, who has never been here. */
export const comeBy = async (
  browser: Browser,
  { locale, size, script, bypassCSP = false }: Visit,
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    locale: locale === "zh" ? "zh-CN" : "en-GB",
    viewport: viewports[size],
    javaScriptEnabled: script,
    bypassCSP,
    extraHTTPHeaders: { "accept-language": locale === "zh" ? "zh-CN,zh" : "en-GB,en" },
  })
  context.setDefaultTimeout(patienceMs)
  return context
}

/** Loads a page anew until it shows what is waited for, as a person would who expects news. */
export const untilShown = async (page: Page, shown: () => Promise<boolean>, secondsMax = 20) => {
  const end = Date.now() + secondsMax * 1_000
  while (!(await shown())) {
    if (Date.now() > end)
      throw new Error(`${page.url()} does not show it:\n${await page.locator("main").innerText()}`)
    await page.waitForTimeout(300)
    await page.reload()
  }
}

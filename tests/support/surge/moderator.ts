import type { Page } from "playwright-core"
import { wordsFor } from "@/app/_words"
import { acceptTip } from "@/tests/support/browser/staff"
import type { Visit } from "@/tests/support/browser/visit"

const pagesARound = 3

/**
 * A moderator at work until told to stop: walks some pages of the queue, and claims and accepts a tip of the last.
 * @returns the tips accepted; a page that does not come, or an act that fails, is an error
 */
export const moderate = async (
  page: Page,
  site: string,
  visit: Visit,
  ended: () => boolean,
): Promise<string[]> => {
  const accepted: string[] = []
  const next = page.getByRole("link", { name: wordsFor(visit.locale, "console")("list.next") })
  while (!ended()) {
    await page.goto(`${site}/admin`)
    for (let at = 0; at < pagesARound && (await next.isVisible()); at++) await next.click()
    const href = await page.locator("tbody td:first-child a").first().getAttribute("href")
    const tipId = href?.split("/").at(-1)?.split("?")[0]
    if (!tipId) throw new Error(`${page.url()} lists no tip`)
    await acceptTip(page, site, visit, tipId)
    accepted.push(tipId)
  }
  return accepted
}

import { wordsFor } from "@/app/_words"
import type { Submitted } from "@/lib/reporter"
import { follow } from "@/tests/support/browser/citizen"
import { launchBrowser } from "@/tests/support/browser/launch"
import { comeBy } from "@/tests/support/browser/visit"
import { elapsed } from "./time"

const t = wordsFor("en", "evidence")
const msMax = 600_000

/** Chooses the video on the page of files in a real browser. @returns how long it took to be hashed, then to be sent */
export const sendVideoByBrowser = async (siteUrl: string, { receipt }: Submitted, path: string) => {
  const browser = await launchBrowser()
  try {
    const page = await (await comeBy(browser, { locale: "en", size: "desktop", script: true })).newPage()
    page.setDefaultTimeout(msMax)
    await follow(page, siteUrl, "en", receipt)
    await page.goto(`${siteUrl}/en/report/evidence`)
    const hashed = await elapsed(async () => {
      await page.getByLabel(t("chooseMany")).setInputFiles(path)
      await page.getByRole("button", { name: t("uploading.pause") }).waitFor()
    })
    const sent = await elapsed(() => page.locator("progress").waitFor({ state: "detached" }))
    return { hashedMs: hashed.ms, sentMs: sent.ms }
  } finally {
    await browser.close()
  }
}

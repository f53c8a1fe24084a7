// A large file over a bad line: the connection breaks, the tab is closed, the store and the site are killed. In the
// end it is there, byte for byte, and what had come before was not sent again.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { evidenceOf } from "@/lib/evidence"
import { writeBare } from "@/tests/support/bench/bytes"
import { follow } from "@/tests/support/browser/citizen"
import { launchBrowser } from "@/tests/support/browser/launch"
import { comeBy } from "@/tests/support/browser/visit"
import { settles } from "@/tests/support/crash/persist"
import { portal } from "@/tests/support/portal/portal"
import { newReport } from "@/tests/support/upload-faults/report"

const running = await portal()
const { siteUrl } = running
const t = wordsFor("en", "evidence")

const folder = mkdtempSync(join(tmpdir(), "portal-video-"))
const video = join(folder, "video.mp4")
const [videoBytes, partCount] = [100 * 1024 ** 2, 13]
const partPauseMs = 700

let browser: Browser
let sha256: string
beforeAll(async () => {
  sha256 = await writeBare(video, videoBytes)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

/** Makes the line slow, and counts the parts that the store took. */
const onSlowLine = async (context: BrowserContext) => {
  const taken = new Set<string>()
  let count = 0
  await context.route(/partNumber=/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, partPauseMs))
    await route.continue().catch(() => {})
  })
  context.on("response", (response) => {
    const number = new URL(response.url()).searchParams.get("partNumber")
    if (!number || response.request().method() !== "PUT" || !response.ok()) return
    taken.add(number)
    count += 1
  })
  return { taken, sent: () => count }
}

const openFiles = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(`${siteUrl}/en/report/evidence`)
  return page
}

const choose = (page: Page) => page.getByLabel(t("chooseMany")).setInputFiles(video)

it("comes through whole, by sending only what is missing", { timeout: 180_000 }, async () => {
  const { tipId, receipt } = await newReport(siteUrl)
  const context = await comeBy(browser, { locale: "en", size: "phone", script: true })
  const line = await onSlowLine(context)
  const reaches = async (parts: number) =>
    expect(await settles(async () => line.taken.size >= parts, 60)).toBe(true)
  const hashing = await context.newPage()
  await follow(hashing, siteUrl, "en", receipt)
  await hashing.goto(`${siteUrl}/en/report/evidence`)
  await choose(hashing)
  await hashing.locator("progress").and(hashing.getByLabel("video.mp4")).waitFor()
  await hashing.close()
  expect(await evidenceOf(tipId)).toEqual([])

  const first = await openFiles(context)
  await choose(first)
  await reaches(2)
  await first.getByRole("button", { name: t("uploading.pause") }).click()
  await first.waitForTimeout(2 * partPauseMs)
  const atPause = line.sent()
  await first.waitForTimeout(3 * partPauseMs)
  expect(line.sent()).toBe(atPause)
  await first.getByRole("button", { name: t("uploading.goOn") }).click()
  await reaches(atPause + 1)

  await context.setOffline(true)
  await first.getByText(t("uploading.waiting")).first().waitFor()
  await context.setOffline(false)
  await reaches(5)
  await first.close()

  const second = await openFiles(context)
  await second.getByText(t("states.waiting")).first().waitFor()
  await choose(second)
  await reaches(7)
  running.kill("s3")
  await reaches(9)
  running.kill("site")
  // Not by the parts that were answered: one that the store took while its answer was lost is not sent again.
  await second.getByText(t("states.verified")).first().waitFor({ timeout: 60_000 })

  const [file, ...others] = await evidenceOf(tipId)
  expect(others).toEqual([])
  expect(file).toMatchObject({ state: "verified", stored: { sha256, sizeBytes: videoBytes } })
  // Whatever was on its way at one of the four breaks may have come twice.
  expect(line.sent()).toBeLessThanOrEqual(partCount + 4 * 3)
  await context.close()
})

it("asks for another permission when the store says that the first has ended", async () => {
  const { tipId, receipt } = await newReport(siteUrl)
  const context = await comeBy(browser, { locale: "en", size: "desktop", script: true })
  const answers = ["ExpiredToken", "AccessDenied"]
  await context.route(
    (url) => url.origin === new URL(running.variables.AWS_ENDPOINT_URL_S3).origin,
    async (route) => {
      const code = route.request().method() === "POST" ? answers.shift() : undefined
      if (!code) return route.continue()
      await route.fulfill({
        status: 403,
        headers: { "access-control-allow-origin": "*" },
        body: `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`,
      })
    },
  )
  const page = await context.newPage()
  await follow(page, siteUrl, "en", receipt)
  await page.goto(`${siteUrl}/en/report/evidence`)
  await page
    .getByLabel(t("chooseMany"))
    .setInputFiles({ name: "page.txt", mimeType: "text/plain", buffer: Buffer.from("What the page showed") })
  // What was sent may be sealed before anybody looks.
  await page
    .getByText(t("uploading.sent"))
    .or(page.getByText(t("states.checking")))
    .or(page.getByText(t("states.verified")))
    .first()
    .waitFor({ timeout: 30_000 })
  expect(answers).toEqual([])
  const [file, ...others] = await evidenceOf(tipId)
  expect([file?.announced?.name, others]).toEqual(["page.txt", []])
  await expect.poll(async () => (await evidenceOf(tipId))[0]?.state, { timeout: 20_000 }).toBe("verified")
  await context.close()
})

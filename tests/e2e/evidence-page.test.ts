// The page of files as people use it: without script, with several files at once, by the keyboard, on a narrow screen.
import axe from "axe-core"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Locale, wordsFor } from "@/app/_words"
import { announceFiles } from "@/lib/evidence"
import { follow } from "@/tests/support/browser/citizen"
import { launchBrowser } from "@/tests/support/browser/launch"
import { comeBy, untilShown } from "@/tests/support/browser/visit"
import { reporterOf } from "@/tests/support/people"
import { portal } from "@/tests/support/portal/portal"
import { newReport } from "@/tests/support/upload-faults/report"

const { siteUrl } = await portal()
const en = wordsFor("en", "evidence")

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const text = (name: string, content = name) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(content),
})

/** The page of files of a new report. @param announced a file that is to come to it, its hash not known */
const openFiles = async (
  locale: Locale,
  script: boolean,
  announced?: ReturnType<typeof text>,
): Promise<Page> => {
  const { tipId, receipt } = await newReport(siteUrl)
  const evidence = announced ? [{ name: announced.name, sizeBytes: announced.buffer.length }] : []
  if (announced) await announceFiles(reporterOf(tipId), { tipId, evidence })
  const page = await (await comeBy(browser, { locale, size: "phone", script })).newPage()
  await follow(page, siteUrl, locale, receipt)
  await page.goto(`${siteUrl}/${locale}/report/evidence`)
  return page
}

describe.each(["zh", "en"] as const)("without JavaScript, in %s", (locale) => {
  const t = wordsFor(locale, "evidence")

  it("the page stays with its words when the store refuses a file, and says on when it takes one", async () => {
    const page = await openFiles(locale, false, text("page.txt"))
    await page.getByRole("link", { name: t("resume") }).click()
    const frame = page.frameLocator("iframe[name=sending]")
    await frame.getByText(t("sending.none")).waitFor()
    const send = async (file: ReturnType<typeof text>) => {
      await page.locator("input[name=file]").setInputFiles(file)
      await page.getByRole("button", { name: t("send") }).click()
    }

    await send(text("other.txt", "x"))
    await frame.getByText("EntityTooSmall").waitFor()
    await page.getByText(t("sending.refusedTitle")).click()
    await page.locator("details li", { hasText: `EntityTooSmall: ${t("sending.tooSmall")}` }).waitFor()
    expect(await page.getByRole("heading", { name: t("title") }).isVisible()).toBe(true)

    await send(text("page.txt"))
    await frame.getByText(t("sending.look")).click()
    await page.getByText(t("arrived")).waitFor()
    await untilShown(page, () => page.getByText(t("states.verified")).isVisible())
  })
})

describe("with JavaScript", () => {
  const sealed = (page: Page, count: number) =>
    expect
      .poll(() => page.locator("[data-files]").getByText(en("states.verified")).count(), { timeout: 20_000 })
      .toBe(count)

  it("takes several files that are dropped together, and those that are pasted", async () => {
    const page = await openFiles("en", true)
    const give = (kind: "drop" | "paste", names: readonly string[]) =>
      page.locator("[data-upload]").evaluate(
        (root, [type, given]) => {
          const data = new DataTransfer()
          for (const name of given) data.items.add(new File([`content of ${name}`], name))
          root.dispatchEvent(
            type === "drop"
              ? new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data })
              : new ClipboardEvent("paste", { bubbles: true, clipboardData: data }),
          )
        },
        [kind, names] as const,
      )
    await give("drop", ["one.txt", "two \u202egnp.txt", "三.txt"])
    await give("paste", ["four.txt"])
    await sealed(page, 4)
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    const shown = await page.locator("[data-files] bdi").allInnerTexts()
    expect(shown.toSorted()).toEqual(["four.txt", "one.txt", "two \ufffdgnp.txt", "三.txt"])
  })

  it("says what cannot be sent before anything is, and sends the others", async () => {
    const page = await openFiles("en", true)
    const e = wordsFor("en", "errors")
    await page
      .getByLabel(en("chooseMany"))
      .setInputFiles([text("none.txt", ""), text("run.exe"), text("照片.jpg (1)")])
    await page.getByText(e("rejections.empty")).first().waitFor()
    await sealed(page, 2)
    const shown = await page.locator("[data-files] bdi").allInnerTexts()
    expect(shown.toSorted()).toEqual(["run.exe", "照片.jpg (1)"])
  })

  it("says that the store cannot be reached, and goes on with the next file once it can", async () => {
    const page = await openFiles("en", true)
    const store = /portal-evidence\/?$/
    await page.route(store, (route) => route.abort("connectionrefused"))
    await page.getByLabel(en("chooseMany")).setInputFiles([text("first.txt"), text("second.txt")])
    await page.getByText(en("uploading.unreachable")).first().waitFor({ timeout: 20_000 })
    await page.unroute(store)
    await sealed(page, 1)
    await page
      .locator("[data-files] li", { hasText: "second.txt" })
      .getByText(en("states.verified"))
      .waitFor()
    await page.locator("[data-files] li", { hasText: "first.txt" }).getByText(en("states.waiting")).waitFor()
  })

  it("is removed from by the keyboard, while it is sent, after a reload, and without losing the focus", async () => {
    const page = await openFiles("en", true)
    // The store is out of reach, so that the files wait.
    await page.route(/portal-evidence\/?$/, (route) => route.abort())
    await page.getByLabel(en("chooseMany")).setInputFiles([text("one.txt"), text("two.txt")])
    await page.getByText(en("uploading.waiting")).first().waitFor()
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await page.evaluate(axe.source)
    const barriers = await page.evaluate(
      "axe.run('[data-upload]').then(({ violations }) => violations.map(({ id }) => id))",
    )
    expect(barriers).toEqual([])
    const focused = () => page.evaluate(() => document.activeElement?.id)

    await page.getByRole("button", { name: `${en("discard")}: two.txt` }).press("Enter")
    await expect.poll(focused).toBe("files")
    expect(await page.getByText("two.txt", { exact: true }).count()).toBe(0)

    page.once("dialog", (dialog) => dialog.accept())
    await page.reload()
    await page.getByText(en("states.waiting")).waitFor()
    await page.getByRole("button", { name: `${en("discard")} one.txt` }).press("Enter")
    await page.getByText(en("none")).waitFor()
    expect(await focused()).toBe("files")
  })
})

import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import type { Step } from "@/app/[locale]/report/steps"
import { demands } from "@/lib/limits/limits"
import { descriptionMax, descriptionMin } from "@/lib/tip"
import { visits } from "@/tests/support/browser/covering"
import { descriptionOf, headingsOf, pressAt, tabTo, typeAt } from "@/tests/support/browser/keyboard"
import { launchBrowser } from "@/tests/support/browser/launch"
import { comeBy, type Visit, visitName } from "@/tests/support/browser/visit"
import { portal } from "@/tests/support/portal/portal"

/** One who has only a keyboard, and hears what the page says. */
const aPerson = (page: Page, site: string, { locale }: Visit) => {
  const t = wordsFor(locale, "report")
  const common = wordsFor(locale, "common")
  const tree = () => page.locator("main").ariaSnapshot()
  const button = (name: string) => page.getByRole("button", { name, exact: true })
  const skip = page.getByRole("link", { name: common("skipToContent") })
  return {
    t,
    tree,
    /** From the button at the end of a page once round all of it, and back: nothing holds the focus. */
    goOn: async (next: string) => {
      await tabTo(page, button(t("continue")))
      await tabTo(page, skip)
      await pressAt(page, button(t("continue")))
      await page.waitForURL((url) => url.pathname === `/${locale}/report/${next}`)
      expect((await headingsOf(page)).filter((level) => level === 1)).toHaveLength(1)
    },
    /** Sends a question without a good answer: is led to what is wrong, and from there to the field. */
    err: async (
      step: Exclude<Step, "work" | "money" | "contact">,
      { text, hint }: Record<"text" | "hint", string>,
    ) => {
      const field = { kind: "category", where: "targets", description: "description", files: "hasFiles" }[
        step
      ]
      await pressAt(page, button(t("continue")))
      await page.locator(".govuk-error-summary:focus").waitFor()
      expect(await page.title()).toContain(common("titleWithErrors", { title: t(`steps.${step}`) }))
      const said = await tree()
      expect(said).toContain(`heading "${t(`steps.${step}`)}" [level=1]`)
      expect(said).toContain(`heading "${common("form.errorSummary")}" [level=2]`)
      await page.keyboard.press("Tab")
      expect(await page.locator(":focus").innerText()).toContain(text)
      await page.keyboard.press("Enter")
      const control = page.locator(`#${field}:focus`)
      await control.waitFor()
      const described = await descriptionOf(control)
      expect(described).toContain(hint)
      expect(described).toContain(text)
    },
    skipToContent: async () => {
      await page.goto(`${site}/${locale}/report`)
      await page.keyboard.press("Tab")
      expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true)
      await page.keyboard.press("Enter")
      await page.locator("main:focus").waitFor()
    },
  }
}

describe.concurrent("by the keyboard alone a report is made, sent and followed", () => {
  let browser: Browser
  let site: string
  beforeAll(async () => {
    site = (await portal()).siteUrl
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  it.each(visits.map((visit) => [visitName(visit), visit] as const))("%s", async (_name, visit) => {
    const { locale } = visit
    const page = await (await comeBy(browser, visit)).newPage()
    const { t, tree, goOn, err, skipToContent } = aPerson(page, site, visit)
    const f = wordsFor(locale, "follow")
    const choice = wordsFor(locale, "choices")

    await skipToContent()
    await pressAt(page, page.getByRole("link", { name: t("start"), exact: true }))
    await page.waitForURL("**/report/kind")
    await err("kind", { text: t("needed.category"), hint: "" })
    expect(await tree()).toContain(`group "${t("steps.kind")}"`)
    await pressAt(page, page.getByLabel(choice("categories.film-tv"), { exact: true }), "Space")
    await goOn("where")
    await err("where", { text: t("needed.targets"), hint: t("fields.targetsHint", { max: 10 }) })
    await typeAt(page, page.getByLabel(t("fields.targets")), "https://by-keyboard.example/")
    await goOn("work")
    await typeAt(page, page.getByLabel(t("fields.work")), "A film")
    await goOn("money")
    await pressAt(page, page.getByLabel(choice("earnings.ads")), "Space")
    await goOn("description")
    const hint = t("fields.descriptionHint", {
      min: descriptionMin,
      chinese: Math.ceil(descriptionMin / 2),
      max: descriptionMax,
    })
    await err("description", { text: t("needed.description"), hint })
    await typeAt(page, page.getByLabel(t("fields.description")), "Whole films without paying.")
    await goOn("files")
    await err("files", { text: t("needed.hasFiles"), hint: t("fields.hasFilesHint") })
    await pressAt(page, page.getByLabel(t("yes"), { exact: true }), "ArrowDown")
    await goOn("contact")
    await goOn("check")

    await tabTo(page, page.getByRole("link", { name: `${t("check.change")} (${t("short.work")})` }))
    await tabTo(page, page.getByRole("button", { name: t("submit"), exact: true }))
    // Without script, nobody reads the answers over as fast as a test does.
    if (!visit.script) await page.waitForTimeout(demands.calm.formSeconds * 1_000)
    await page.keyboard.press("Enter")
    await page.getByRole("heading", { name: t("receipt.title") }).waitFor()
    const [number = "", code = ""] = await page.locator("code.portal-key").allInnerTexts()
    await pressAt(page, page.getByRole("button", { name: t("receipt.kept") }))
    await page.waitForURL("**/report/done")
    await pressAt(page, page.getByRole("main").getByRole("link", { name: t("done.follow"), exact: true }))
    await page.waitForURL("**/follow")
    await typeAt(page, page.getByLabel(f("number")), number)
    await typeAt(page, page.getByLabel(f("code")), code)
    await page.keyboard.press("Enter")
    await page.getByText(f("steps.received")).waitFor()
  })
})

import type { Browser, Locator, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { openAxe } from "@/tests/support/browser/axe"
import { launchBrowser } from "@/tests/support/browser/launch"
import { signedIn } from "@/tests/support/browser/staff"
import { aCase } from "@/tests/support/case"
import { portal } from "@/tests/support/portal/portal"

let browser: Browser
let site: string
let axe: Awaited<ReturnType<typeof openAxe>>

beforeAll(async () => {
  site = (await portal()).siteUrl
  browser = await launchBrowser()
  axe = await openAxe()
})
afterAll(async () => {
  axe.close()
  await browser.close()
})

/** Presses a key until what it opens is there: a page that has just come does not listen yet. */
const pressFor = async (page: Page, key: string, opened: Locator) => {
  while (!(await opened.isVisible())) {
    await page.keyboard.press(key)
    await page.waitForTimeout(50)
  }
}

describe.each(["zh", "en"] as const)("the commands of a page, in %s", (locale) => {
  const visit = { locale, size: "desktop", script: true, bypassCSP: true } as const
  const t = wordsFor(locale, "console")
  const c = wordsFor(locale, "consoleCase")

  it("lead by a few letters into a folded form, to a part of the page, and to a section", async () => {
    const page = await signedIn(browser, site, visit, "case-officer-1")
    const box = page.getByRole("combobox", { name: t("palette.what") })
    await page.goto(`${site}/admin/cases/${await aCase()}`)
    await pressFor(page, "Control+k", box)
    expect(await axe.found(page)).toEqual([])
    await page.keyboard.type(c("draft"))
    await page.keyboard.press("Enter")
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("authorityId")

    await page.keyboard.press("Control+k")
    await page.keyboard.type(c("regroup.title"))
    await page.keyboard.press("Enter")
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2")

    await page.keyboard.press("Control+k")
    await page.keyboard.type("%%%")
    await page.getByText(t("palette.none")).waitFor()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Escape")
    expect(await box.isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2")

    await page.keyboard.press("Control+k")
    await page.keyboard.type(t("sections.ledger"))
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/admin\/ledger/)
    await page.context().close()
  })

  it("press no button: it has the focus, and says in which row it stands", async () => {
    const page = await signedIn(browser, site, visit, "administrator")
    const end = wordsFor(locale, "consoleDesk")("sessions.end")
    await page.goto(`${site}/admin/people`)
    await pressFor(page, "Control+k", page.getByRole("combobox", { name: t("palette.what") }))
    await page.keyboard.type(`${end} administrator`)
    const option = page.getByRole("dialog").getByRole("option", { selected: true })
    expect(await option.innerText()).toContain(end)
    await page.keyboard.press("Enter")
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(end)
    await page.goto(`${site}/admin/people`)
    await page.getByRole("heading", { level: 1, name: t("sections.people") }).waitFor()
    await page.context().close()
  })

  it("are listed with all keys by ? on every page", async () => {
    const page = await signedIn(browser, site, visit, "case-officer-1")
    for (const [path, keys] of [
      ["/ledger", ["/", "Control+K", "?"]],
      ["/cases", ["j", "k", "Enter", "/", "Control+K", "?"]],
    ] as const) {
      await page.goto(`${site}/admin${path}`)
      const list = page.getByRole("dialog")
      await pressFor(page, "?", list)
      const shown = await list.locator("kbd").allInnerTexts()
      for (const key of keys) expect(shown).toContain(key)
      await page.keyboard.press("Escape")
    }
    await page.context().close()
  })
})

import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { createNotice, getNotice } from "@/lib/notice"
import { getTip, getTipRecord, listUnderSites } from "@/lib/tip"
import { launchBrowser } from "@/tests/support/browser/launch"
import { type Account, signedIn, unfold } from "@/tests/support/browser/staff"
import { submitted } from "@/tests/support/factory"
import { as, system } from "@/tests/support/people"
import { portal } from "@/tests/support/portal/portal"

let browser: Browser
let site: string
beforeAll(async () => {
  site = (await portal()).siteUrl
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const noticeWords = wordsFor("en", "consoleNotice")

/** The account's own browser, at an address of the console. */
const at = async (account: Account, path: string) => {
  const page = await signedIn(browser, site, { locale: "en", size: "desktop", script: true }, account)
  await page.goto(`${site}/admin${path}`)
  return page
}

describe("two publishers on one notice", () => {
  it("choose field by field where both changed it, and lose no text", async () => {
    const slug = "edited-by-two"
    const both = (words: string) => ({ zh: words, en: words })
    await createNotice(as("pia"), { slug, title: both("Title"), body: both("Text") })
    const [pia, quan] = [
      await at("publisher-1", `/notices/${slug}`),
      await at("publisher-2", `/notices/${slug}`),
    ]
    for (const page of [pia, quan]) await unfold(page, noticeWords("edit"))
    const field = (page: Page, name: string) => page.locator(`[name="${name}"]`)
    const save = (page: Page) => page.getByRole("button", { name: noticeWords("save") }).click()
    await field(pia, "title.zh").fill("皮亚的标题")
    await save(pia)
    await pia.getByText(wordsFor("en", "console")("form.done"), { exact: true }).waitFor()
    await field(quan, "body.en").fill("Quan's text")
    await save(quan)
    const choice = quan.getByRole("group", { name: wordsFor("en", "console")("form.conflict.theirs") })
    await choice.first().waitFor()
    expect(await choice.locator(".copy").allTextContents()).toEqual(["皮亚的标题", "Text"])
    await save(quan)
    await quan.locator(".issue").first().waitFor()
    expect((await getNotice(as("pia"), { slug })).notice.body.en).toBe("Text")
    expect(await field(quan, "body.en").inputValue()).toBe("Quan's text")
    await quan.locator('[name="keep.title.zh"][value="theirs"]').check()
    await quan.locator('[name="keep.body.en"][value="mine"]').check()
    await save(quan)
    await quan.getByText(wordsFor("en", "console")("form.done"), { exact: true }).waitFor()
    const { notice } = await getNotice(as("pia"), { slug })
    expect([notice.title.zh, notice.body.en]).toEqual(["皮亚的标题", "Quan's text"])
  })
})

/** Tips that are cleared in one go. */
const many = 50

describe("a moderator at the keyboard", () => {
  it("clears fifty tips in zh, one key or two each, and takes a wrong one back", async () => {
    // One's own claims come first: those of another test that is at work under the same name too.
    const page = await signedIn(browser, site, { locale: "zh", size: "desktop", script: true }, "moderator-3")
    const t = wordsFor("zh", "consoleTip")
    const sent = new Set<string>()
    for (let at = 0; at <= many; at++) {
      const targets = [`https://keys-${at}.example/`]
      sent.add((await submitted({ targets, urgency: "live-now", category: "film-tv" })).tipId)
    }
    let strokes = 0
    const press = async (key: string) => {
      strokes += 1
      await page.keyboard.press(key)
    }
    const tipOf = () => /\/tips\/([^?]+)/.exec(page.url())?.[1] ?? ""
    /** On to another tip, with the focus on what was done. */
    const arrives = async (from: string) => {
      await page.waitForURL((url) => url.pathname.includes("/tips/") && !url.pathname.endsWith(from))
      await page.locator(".flow p:focus").waitFor()
    }
    await page.goto(`${site}/admin`)
    // The keys work once the page is alive.
    const begun = page.waitForURL(/\/tips\/.*flow=/)
    const again = setInterval(() => void page.keyboard.press("s").catch(() => {}), 500)
    await begun.finally(() => clearInterval(again))
    await page.getByRole("button", { name: t("accept"), exact: true }).waitFor()
    const decided: string[] = []
    while (decided.length < many) {
      const tipId = tipOf()
      if (decided.length % 5 === 4) {
        await press("d")
        await press("4")
        await press("Enter")
      } else await press("a")
      await arrives(tipId)
      decided.push(tipId)
    }
    console.log(`${(strokes / decided.length).toFixed(1)} keys a decision`)
    expect(strokes / decided.length).toBeLessThanOrEqual(2)
    expect(new Set(decided).size).toBe(many)
    const [last = "", before] = decided.toReversed()
    expect((await getTip(as("auditor"), { tipId: before ?? "" })).tip.status).toBe("accepted")
    await page.keyboard.press("u")
    await page.waitForURL((url) => url.pathname.endsWith(last))
    await page.getByRole("button", { name: t("accept"), exact: true }).waitFor()
    expect((await getTip(as("auditor"), { tipId: last })).tip).toMatchObject({ status: "screening" })
    await page.keyboard.press("?")
    await page.getByRole("dialog").getByText(t("accept"), { exact: true }).waitFor()
    await page.context().close()
  })

  it("marks a duplicate by picking the earlier tip", async () => {
    const t = wordsFor("en", "consoleTip")
    const [first, second] = [
      await submitted({ targets: ["https://picked.example/1"] }),
      await submitted({ targets: ["https://picked.example/2"] }),
    ]
    for (const { tipId } of [first, second]) await listUnderSites(system(), await getTipRecord(tipId))
    const page = await at("moderator-2", `/tips/${second.tipId}`)
    await page.getByRole("button", { name: t("claim"), exact: true }).click()
    await page.getByRole("button", { name: t("renewClaim") }).waitFor()
    for (const key of ["x", "1", "Enter"]) await page.keyboard.press(key)
    await page.locator(".head").getByText(t("status.duplicate")).waitFor()
    const { tip } = await getTip(as("auditor"), { tipId: second.tipId })
    expect(tip.duplicateOf).toBe(first.tipId)
    await page.context().close()
  })

  it("sees who else looks at the tip", async () => {
    const { tipId } = await submitted({ targets: ["https://looked-at.example/"] })
    const first = await at("moderator-1", `/tips/${tipId}`)
    const second = await at("moderator-2", `/tips/${tipId}`)
    await second
      .getByText(wordsFor("en", "consoleTip")("alsoLooking", { names: "审核员甲（演示）" }))
      .waitFor()
    await Promise.all([first, second].map((page) => page.context().close()))
  })
})

import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { recordMeasure } from "@/lib/measure"
import { createNotice, submitNotice } from "@/lib/notice"
import { acceptReferral, acknowledgeReferral, getReferral } from "@/lib/referral"
import { claimTip, declineTip } from "@/lib/tip"
import { launchBrowser } from "@/tests/support/browser/launch"
import { type Account, signedIn, unfold } from "@/tests/support/browser/staff"
import type { Visit } from "@/tests/support/browser/visit"
import { aCase, aDelivered } from "@/tests/support/case"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"
import { portal } from "@/tests/support/portal/portal"

const visit: Visit = { locale: "en", size: "desktop", script: true }
const [tipWords, caseWords, noticeWords] = [
  wordsFor("en", "consoleTip"),
  wordsFor("en", "consoleCase"),
  wordsFor("en", "consoleNotice"),
]
const rowsMax = 25

let browser: Browser
let site: string
const staff = new Map<Account, Page>()

/** The account's own browser, at an address of the console. */
const at = async (account: Account, path: string): Promise<Page> => {
  const page = staff.get(account) ?? (await signedIn(browser, site, visit, account))
  staff.set(account, page)
  await page.goto(`${site}/admin${path}`)
  return page
}

/** Sends a folded form that asks for a reason. */
const giveReason = async (page: Page, title: string, label: string, reason: string) => {
  const fold = await unfold(page, title)
  await fold.getByLabel(label, { exact: true }).fill(reason)
  await fold.getByRole("button", { name: title }).click()
}

const shows = (page: Page, status: string) =>
  page.locator(".head").getByText(status, { exact: true }).waitFor()

/** A referral that the authority has acknowledged. */
const anAcknowledged = async () => {
  const delivered = await aDelivered(await aCase())
  await acknowledgeReferral(as("officer"), delivered)
  const { referral } = await getReferral(as("officer"), delivered)
  return { ...delivered, version: referral.version }
}

const pathOf = ({ caseId, referralId }: { readonly caseId: string; readonly referralId: string }) =>
  `/referrals/${caseId}/${referralId}`

beforeAll(async () => {
  site = (await portal()).siteUrl
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe("in the console", () => {
  it("a declined tip goes back into the queue for a reason on record", async () => {
    const { tipId } = await submitted()
    const { version } = await claimTip(as("mei"), { tipId })
    await declineTip(as("mei"), { tipId, version, reason: "site-gone" })

    const page = await at("moderator-1", `/tips/${tipId}`)
    await giveReason(page, tipWords("reopen"), tipWords("reason"), "The site has come back.")
    await shows(page, tipWords("status.received"))
    await page.locator(".trail").getByText("The site has come back.").waitFor()
  })

  it("an authority returns a referral and says why", async () => {
    const page = await at("agency-officer-mps", pathOf(await anAcknowledged()))
    await giveReason(page, caseWords("return"), caseWords("reason"), "The operator lives elsewhere.")
    await shows(page, caseWords("referralStatus.returned"))
    await page.locator(".facts").getByText("The operator lives elsewhere.").waitFor()
  })

  it("an authority accepts a case and reports it done", async () => {
    const page = await at("agency-officer-mps", pathOf(await anAcknowledged()))
    await page.getByRole("button", { name: caseWords("accept") }).click()
    await shows(page, caseWords("referralStatus.accepted"))
    await page.getByRole("button", { name: caseWords("report") }).click()
    await shows(page, caseWords("referralStatus.reported"))
    expect(await page.getByRole("button", { name: caseWords("report") }).count()).toBe(0)
  })

  it("a measure is reversed by a second entry, once", async () => {
    const seen = await anAcknowledged()
    await acceptReferral(as("officer"), seen)
    await recordMeasure(as("cai"), {
      caseId: seen.caseId,
      metric: "links-removed",
      quantity: 4_321,
      takenOn: "2026-06-01",
      document: "Minutes 1",
    })
    const page = await at("case-officer-1", `/cases/${seen.caseId}`)
    await giveReason(page, caseWords("reverse"), caseWords("reason"), "Counted in another case.")
    const table = page.locator("#measures ~ table")
    await table.getByText(caseWords("reverses")).waitFor()
    await table.getByText(caseWords("reversed"), { exact: true }).waitFor()
    await table.getByText("-4,321").waitFor()
    expect(await table.locator("details").count()).toBe(0)
  })

  it("a second publisher returns a notice to its writer", async () => {
    const slug = `returned-${Date.now()}`
    const text = { zh: "文字", en: "Text" }
    const { version } = await createNotice(as("pia"), { slug, title: text, body: text })
    await submitNotice(as("pia"), { slug, version })

    const page = await at("publisher-1", `/notices/${slug}`)
    await giveReason(page, noticeWords("return"), noticeWords("reason"), "Name the source.")
    await shows(page, noticeWords("status.draft"))
    await page.locator(".trail").getByText("Name the source.").waitFor()
  })

  it("the queue is walked by j, k and Enter", async () => {
    await Promise.all([submitted(), submitted()])
    const page = await at("moderator-1", "")
    const links = page.locator("tbody td:first-child a")
    const focused = () => page.evaluate("document.activeElement.getAttribute('href')")
    const [first, second] = [await links.nth(0).getAttribute("href"), await links.nth(1).getAttribute("href")]
    await page.keyboard.press("j")
    await page.keyboard.press("j")
    expect(await focused()).toBe(second)
    await page.keyboard.press("k")
    expect(await focused()).toBe(first)
    await page.keyboard.press("Enter")
    await page.waitForURL(`${site}${first}`)
  })

  it("a list goes on over its pages without losing or repeating a tip", async () => {
    const sent = await Promise.all(Array.from({ length: rowsMax + 5 }, () => submitted()))
    const page = await at("moderator-1", "")
    const links = page.locator("tbody td:first-child a")
    const next = page.getByRole("link", { name: wordsFor("en", "console")("list.next") })
    const hrefs: (string | null)[] = []
    for (;;) {
      const here = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")))
      hrefs.push(...here)
      if (!(await next.isVisible())) break
      expect(here).toHaveLength(rowsMax)
      await page.goto(`${site}${await next.getAttribute("href")}`)
    }
    expect(new Set(hrefs).size).toBe(hrefs.length)
    expect(hrefs).toEqual(expect.arrayContaining(sent.map(({ tipId }) => `/admin/tips/${tipId}`)))
    await page.getByRole("link", { name: wordsFor("en", "console")("list.first") }).click()
    await page.waitForURL(`${site}/admin?queue=citizens&status=received`)
    expect(await links.first().getAttribute("href")).toBe(hrefs[0])
  })
})

describe("in the console without JavaScript", () => {
  const scriptless: Visit = { locale: "zh", size: "phone", script: false }
  const t = wordsFor("zh", "consoleTip")
  const errors = wordsFor("zh", "errors")
  let page: Page

  beforeAll(async () => {
    page = await signedIn(browser, site, scriptless, "moderator-1")
  })

  const claim = async () => {
    const { tipId } = await submitted()
    await page.goto(`${site}/admin/tips/${tipId}`)
    await page.getByRole("button", { name: t("claim"), exact: true }).click()
    await page.getByRole("button", { name: t("renewClaim") }).waitFor()
  }

  it("a claim that came second says who holds the tip", async () => {
    const { tipId } = await submitted()
    await page.goto(`${site}/admin/tips/${tipId}`)
    await claimTip(as("mei"), { tipId })
    await page.getByRole("button", { name: t("claim"), exact: true }).click()
    await page.locator("#acts ~ p").getByText("Mei").waitFor()
    expect(await page.getByRole("button", { name: t("claim"), exact: true }).count()).toBe(0)
  })

  it("a refused decline shows what is missing and keeps the note, and goes through when mended", async () => {
    await claim()
    const fold = await unfold(page, t("decline"))
    await fold.getByLabel(t("note")).fill("请查看第二个网址")
    await fold.getByRole("button", { name: t("decline") }).click()
    await fold.getByText(errors("rules.required")).first().waitFor()
    expect(await fold.getByLabel(t("note")).inputValue()).toBe("请查看第二个网址")
    await fold.getByRole("radio", { name: "网站已不存在" }).check()
    await fold.getByRole("button", { name: t("decline") }).click()
    await shows(page, t("status.declined"))
  })

  it("a refused acceptance keeps the whole note, and goes through when it is shortened", async () => {
    await claim()
    const fold = page.locator("form", { has: page.getByLabel(t("campaign"), { exact: true }) })
    await unfold(page, t("note"))
    const long = "长".repeat(2_001)
    await fold.getByLabel(t("note")).fill(long)
    await fold.getByRole("button", { name: t("accept") }).click()
    await fold.getByRole("alert").waitFor()
    expect(await fold.getByLabel(t("note")).inputValue()).toBe(long)
    await fold.getByLabel(t("note")).fill("短")
    await fold.getByRole("button", { name: t("accept") }).click()
    await shows(page, t("status.accepted"))
  })
})

describe("a narrowed list", () => {
  it("is kept under a name, opened again from every list, and given up", async () => {
    const page = await at("moderator-2", "?category=music&urgency=live-now")
    const name = page.getByLabel(tipWords("filter.name"))
    await page.getByRole("button", { name: tipWords("filter.save"), exact: true }).click()
    await page.locator(".issue").first().waitFor()
    await name.fill("Live music")
    await page.getByRole("button", { name: tipWords("filter.save"), exact: true }).click()
    const link = page.getByRole("navigation", { name: tipWords("filter.saved") }).getByRole("link")
    await link.waitFor()
    await page.goto(`${site}/admin`)
    await link.click()
    await page.waitForURL(/category=music/)
    expect(await page.locator("#filter-urgency").inputValue()).toBe("live-now")
    await page.getByRole("button", { name: tipWords("filter.remove", { name: "Live music" }) }).click()
    await link.waitFor({ state: "detached" })
  })
})

import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { getCase } from "@/lib/case"
import { contextFor } from "@/lib/kernel/context"
import { originOf } from "@/lib/limits"
import { orderImport } from "@/lib/measure"
import { listObjections, submitObjection } from "@/lib/objection"
import { checkedTable } from "@/tests/support/batch"
import { openAxe } from "@/tests/support/browser/axe"
import { fillReport, report } from "@/tests/support/browser/citizen"
import { launchBrowser } from "@/tests/support/browser/launch"
import {
  consoleRoutes,
  publicRoutes,
  routesOf,
  type World,
  withFigures,
} from "@/tests/support/browser/routes"
import { type Account, signedIn } from "@/tests/support/browser/staff"
import { comeBy, type Visit, viewports } from "@/tests/support/browser/visit"
import { aCase, aDelivered } from "@/tests/support/case"
import { campaignWithFigures } from "@/tests/support/figures"
import { aHolder, aReport } from "@/tests/support/holder"
import { faultsOf } from "@/tests/support/html/faults-of"
import { aListedSite } from "@/tests/support/listed"
import { as, visitor } from "@/tests/support/people"
import { portal } from "@/tests/support/portal/portal"
import { claimedReward } from "@/tests/support/reward"

/** A screen of 1280 x 1024 at 400 %. */
const narrowest = { width: 320, height: 256 }

/** What WCAG 1.4.12 lets a reader set, in a sheet that no policy holds back. */
const spaceText = () => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }
  `)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

/** Text that ends at the edge of its box, unless it is there for screen readers only. */
const cutOff = () =>
  [...document.querySelectorAll<HTMLElement>("body *")]
    .filter((element) => {
      const { overflowX, overflowY, clipPath, position } = getComputedStyle(element)
      const isHidden = clipPath !== "none" || position === "absolute" || element.clientWidth <= 1
      if (isHidden || element.matches("input, textarea, select, svg, svg *, img")) return false
      const isCut = (overflow: string, needs: number, has: number) =>
        (overflow === "hidden" || overflow === "clip") && needs > has + 1
      return (
        isCut(overflowX, element.scrollWidth, element.clientWidth) ||
        isCut(overflowY, element.scrollHeight, element.clientHeight)
      )
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 120))

/**
 * What of its HTML is not valid, what axe finds on a page with everything unfolded, and what does not fit a small
 * screen with spaced text.
 */
const barriersOn = async (page: Page, url: string) => {
  const response = await page.goto(url)
  // Next answers a refusal of the console with a bare shell of its own, which script fills.
  const isShell = url.includes("/admin") && response?.ok() === false
  const faults = isShell ? [] : await faultsOf((await response?.text()) ?? "")
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true
  })
  const found = await axe.found(page)
  const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth)
  const widths = [await widthOf()]
  await page.setViewportSize(narrowest)
  widths.push(await widthOf())
  await page.evaluate(spaceText)
  widths.push(await widthOf())
  const cut = await page.evaluate(cutOff)
  await page.setViewportSize(viewports.desktop)
  return { faults, found, widths, cut }
}

/** Pages that nobody looks at just now: opening another is a good part of what a look costs. */
const idle = new Map<BrowserContext, Page[]>()

const barriersAt = async (context: BrowserContext, url: string) => {
  const pages = idle.get(context) ?? []
  idle.set(context, pages)
  const page = pages.pop() ?? (await context.newPage())
  const barriers = await barriersOn(page, url)
  pages.push(page)
  return barriers
}

let axe: Awaited<ReturnType<typeof openAxe>>
beforeAll(async () => {
  axe = await openAxe()
})
afterAll(() => axe.close())

const none = {
  faults: [],
  found: [],
  widths: [viewports.desktop.width, narrowest.width, narrowest.width],
  cut: [],
}

describe("every page", () => {
  it("of the public side is named here", () => {
    expect(Object.keys(publicRoutes).toSorted()).toEqual(routesOf("[locale]").toSorted())
  })

  it("of the console is named here", () => {
    expect(Object.keys(consoleRoutes).toSorted()).toEqual(routesOf("admin").toSorted())
  })
})

describe.each(["zh", "en"] as const)("in %s", (locale) => {
  const visit: Visit = { locale, size: "desktop", script: true, bypassCSP: true }
  let browser: Browser
  let citizen: BrowserContext
  let holder: BrowserContext
  let batchId: string
  let site: string
  let world: World
  const contexts = new Map<string, Promise<BrowserContext>>()

  beforeAll(async () => {
    site = (await portal()).siteUrl
    browser = await launchBrowser()
    citizen = await comeBy(browser, visit)
    const page = await citizen.newPage()
    await report(page, site, locale, "https://barrier-free.example/")
    // And one that is not sent, for the questions to have something to show.
    await fillReport(page, site, locale, "https://电影.example/")
    await campaignWithFigures(withFigures)
    const caseId = await aCase()
    const { referralId } = await aDelivered(caseId)
    const { tips } = await getCase(as("cai"), { caseId })
    await aListedSite("barrier-free-listed.example")
    const typed = "https://barrier-free-listed.example/"
    const text = "We hold a licence for everything that is offered there."
    const origin = originOf("192.0.2.1", new Date().toISOString())
    await submitObjection(visitor(), { typed, text, locale, key: `accessibility-${locale}-0000`, origin })
    const { rows } = await listObjections(as("cai"), {})
    const { key, holder: holding } = await aHolder(`barrier-free-films-${locale}`)
    const table = [aReport("1"), { ...aReport("2"), targets: [] }, "no report"]
    batchId = (await checkedTable(holding, table.map((row) => JSON.stringify(row)).join("\n"), "表格.jsonl"))
      .batchId
    holder = await comeBy(browser, visit)
    const keyPage = await holder.newPage()
    await keyPage.goto(`${site}/${locale}/right-holders`)
    await keyPage.locator("#key").fill(key)
    await keyPage.locator("form[method=post] button").click()
    await keyPage.waitForURL("**/right-holders")
    world = {
      rewardTipId: (await claimedReward(`barrier-free-reward-${locale}.example`)).tipId,
      importId: await orderImport(
        contextFor({ kind: "person", id: "case-officer-1", name: "Officer", roles: ["case-officer"] }),
        { fileName: "measures.csv", rows: [{ number: 1, value: { case: "2026-99999" } }] },
      ),
      objectionId: rows[0]?.objectionId ?? "",
      caseId,
      referralId,
      tipId: tips[0]?.tipId ?? "",
      slug: "jianwang-2017-results",
    }
  })
  afterAll(() => browser.close())

  const signIn = async (account: string) =>
    (await signedIn(browser, site, visit, account as Account)).context()

  const contextOf = (account: string): Promise<BrowserContext> | BrowserContext => {
    if (account === "") return citizen
    const context = contexts.get(account) ?? signIn(account)
    contexts.set(account, context)
    return context
  }

  it.concurrent.each(Object.values(publicRoutes).flat())(
    "axe finds no barrier on the public page %s",
    async (path) => {
      const context = /^\/right-holders[/?]/.test(path) ? holder : citizen
      const url = `${site}/${locale}${path.replace("{batchId}", batchId)}`
      expect(await barriersAt(context, url)).toEqual(none)
    },
  )

  const looks = Object.entries(consoleRoutes).flatMap(([route, all]) =>
    all.map(([account, path]) => [route, account, path] as const),
  )
  it.concurrent.each(looks)("axe finds no barrier on /admin%s for %s", async (_route, account, path) => {
    expect(await barriersAt(await contextOf(account), `${site}/admin${path(world)}`)).toEqual(none)
  })
})

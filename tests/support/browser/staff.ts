import type { Browser, Page } from "playwright-core"
import { wordsFor } from "@/app/_words"
import type { Metric } from "@/lib/campaign"
import { cookieBrowser } from "@/tests/support/cookie-browser"
import { comeBy, untilShown, type Visit } from "./visit"

/** The demo accounts of the embedded provider, and those of the tests (portal.global.ts). */
export type Account =
  | "moderator-1"
  | "moderator-2"
  | "moderator-3"
  | "case-officer-1"
  | "case-officer-2"
  | "case-officer-3"
  | "agency-officer-mps"
  | "publisher-1"
  | "publisher-2"
  | "auditor"
  | "administrator"

/** Signs in through the OpenID provider, in a browser of the person's own. */
export const signIn = async (
  browser: Browser,
  site: string,
  visit: Visit,
  account: Account,
  headers: Readonly<Record<string, string>> = {},
): Promise<Page> => {
  const context = await comeBy(browser, visit)
  if (Object.keys(headers).length > 0) await context.setExtraHTTPHeaders(headers)
  const page = await context.newPage()
  await page.goto(`${site}/admin/people`)
  await page.getByRole("button", { name: wordsFor(visit.locale, "console")("signIn.go") }).click()
  await page.getByRole("button", { name: new RegExp(`${account}@`) }).click()
  await page.getByRole("heading", { name: wordsFor(visit.locale, "consoleDesk")("people.title") }).waitFor()
  return page
}

type Cookie = { readonly name: string; readonly value: string }
const sessions = new Map<Account, Promise<readonly Cookie[]>>()

/** The cookies of a person who signed in without JavaScript. */
const newSession = async (site: string, account: Account): Promise<readonly Cookie[]> => {
  const browser = cookieBrowser()
  const { url, text } = await browser.submit(await browser.follow(`${site}/admin`))
  const action = text.match(new RegExp(`action="([^"]+/${account})"`))?.[1] ?? ""
  await browser.post(new URL(action, url).href, {})
  return browser.cookies()
}

/** The browser of a person who has signed in before: for tests of what comes after it. */
export const signedIn = async (
  browser: Browser,
  site: string,
  visit: Visit,
  account: Account,
): Promise<Page> => {
  const session = sessions.get(account) ?? newSession(site, account)
  sessions.set(account, session)
  const context = await comeBy(browser, visit)
  await context.addCookies((await session).map((cookie) => ({ ...cookie, url: site })))
  return context.newPage()
}

/** Opens a folded form and gives the part of the page that holds it. */
export const unfold = async (page: Page, title: string) => {
  const fold = page
    .locator("details")
    .filter({ has: page.locator("summary", { hasText: new RegExp(`^\\s*${title}\\s*$`) }) })
    .last()
  await fold.locator("summary").first().click()
  return fold
}

type In = Pick<Visit, "locale">

export const claim = async (page: Page, site: string, { locale }: In, tipId: string) => {
  const t = wordsFor(locale, "consoleTip")
  await page.goto(`${site}/admin/tips/${tipId}`)
  await page.getByRole("button", { name: t("claim"), exact: true }).click()
  await page.getByRole("button", { name: t("renewClaim") }).waitFor()
}

/** Asks the reporter of the claimed tip that the page shows. */
export const ask = async (page: Page, { locale }: In, question: string) => {
  const t = wordsFor(locale, "consoleTip")
  const fold = await unfold(page, t("ask"))
  await fold.getByLabel(t("question"), { exact: true }).fill(question)
  await fold.getByRole("button", { name: t("ask") }).click()
  await page.locator(".head").getByText(t("status.awaiting-reporter")).waitFor()
}

/** The moderator claims a tip and accepts it for a running campaign. */
export const acceptTip = async (
  page: Page,
  site: string,
  { locale }: Visit,
  tipId: string,
  campaign = "demo-2026",
) => {
  const t = wordsFor(locale, "consoleTip")
  await claim(page, site, { locale }, tipId)
  await page.getByLabel(t("campaign"), { exact: true }).selectOption(campaign)
  await page.getByRole("button", { name: t("accept"), exact: true }).click()
  await page.locator(".head").getByText(t("status.accepted")).waitFor()
}

/** The case that opened by itself for a tip: waits for it and gives its address. */
export const caseOf = async (page: Page, site: string, { locale }: Visit, tipId: string): Promise<string> => {
  await page.goto(`${site}/admin/tips/${tipId}`)
  const link = page.getByRole("link", { name: wordsFor(locale, "consoleTip")("toCase") })
  await untilShown(page, () => link.isVisible())
  await link.click()
  await page.waitForURL(/\/admin\/cases\//)
  return page.url()
}

export const draftReferral = async (page: Page, { locale }: Visit, caseUrl: string, authority = "mps") => {
  const t = wordsFor(locale, "consoleCase")
  await page.goto(caseUrl)
  const fold = await unfold(page, t("draft"))
  await fold.getByLabel(t("authority"), { exact: true }).selectOption(authority)
  await fold.getByLabel(t("whyThisAuthority")).fill("Infringement on a commercial scale.")
  await fold.getByRole("button", { name: t("draft") }).click()
  await page.locator("article").getByText(t("referralStatus.draft")).first().waitFor()
}

export const approveReferral = async (page: Page, { locale }: Visit, caseUrl: string) => {
  const t = wordsFor(locale, "consoleCase")
  await page.goto(caseUrl)
  await page.getByRole("button", { name: t("approve") }).click()
  await untilShown(page, () =>
    page.locator("article").getByText(t("referralStatus.delivered")).first().isVisible(),
  )
}

/** The agency's officer finds the referral in the own inbox, acknowledges it and records what was done. */
export const actOnReferral = async (
  page: Page,
  site: string,
  { locale }: Visit,
  { host, quantity }: { readonly host: string; readonly quantity: number },
) => {
  const t = wordsFor(locale, "consoleCase")
  await page.goto(`${site}/admin/referrals`)
  await page.getByRole("link", { name: host }).click()
  await page.getByRole("button", { name: t("acknowledge") }).click()
  await page.locator(".head").getByText(t("referralStatus.acknowledged")).waitFor()
  const fold = await unfold(page, t("record"))
  await fold.getByLabel(t("metric"), { exact: true }).selectOption("links-removed")
  await fold.getByLabel(t("quantity"), { exact: true }).fill(String(quantity))
  await fold.getByLabel(t("takenOn"), { exact: true }).fill(new Date().toISOString().slice(0, 10))
  await fold.locator("[name=document]").fill("Decision 12")
  await fold.getByRole("button", { name: t("record") }).click()
  await page.getByRole("table").getByText(String(quantity), { exact: true }).first().waitFor()
}

/** One publisher adds up the ledger as of today. */
export const draftFigures = async (page: Page, site: string, { locale }: Visit, campaign: string) => {
  const t = wordsFor(locale, "consoleFigures")
  await page.goto(`${site}/admin/campaigns/${campaign}`)
  const fold = await unfold(page, t("draft"))
  await fold.getByLabel(t("status"), { exact: true }).selectOption("interim")
  await fold.getByLabel(t("asOf"), { exact: true }).fill(new Date().toISOString().slice(0, 10))
  await fold.getByRole("button", { name: t("send") }).click()
  await page.getByText(t("secondPerson")).waitFor()
}

/** The second one walks from the figure to its entries, and publishes. @returns the revision's address */
export const approveFigures = async (
  page: Page,
  site: string,
  { locale }: Visit,
  {
    campaign,
    quantity,
    metric = "links-removed",
  }: { readonly campaign: string; readonly quantity: number; readonly metric?: Metric },
): Promise<string> => {
  const t = wordsFor(locale, "consoleFigures")
  await page.goto(`${site}/admin/campaigns/${campaign}`)
  await page
    .locator('[aria-labelledby="draft"]')
    .getByRole("link", { name: wordsFor(locale, "campaign")(`metrics.${metric}`) })
    .click()
  const entries = page.locator('[aria-labelledby="entries"]')
  await entries.getByText(String(quantity), { exact: true }).first().waitFor()
  await page.goto(`${site}/admin/campaigns/${campaign}`)
  await page.getByRole("button", { name: t("approve") }).click()
  await page.getByText(t("none")).waitFor()
  const link = page.locator("h3 a").first()
  return (await link.getAttribute("href")) ?? ""
}

/** One publisher writes a notice that quotes the published figure, and submits it. */
export const writeNotice = async (
  page: Page,
  site: string,
  { locale }: Visit,
  {
    slug,
    campaign,
    metric = "links-removed",
  }: { readonly slug: string; readonly campaign: string; readonly metric?: Metric },
) => {
  const t = wordsFor(locale, "consoleNotice")
  await page.goto(`${site}/admin/notices/new`)
  await page.getByLabel(t("slug")).fill(slug)
  for (const language of ["zh", "en"] as const) {
    await page.locator(`[name="title.${language}"]`).fill(`${language} ${slug}`)
    await page.locator(`[name="body.${language}"]`).fill(`Removed: {{figure:${campaign}/${metric}}}.`)
  }
  await page.getByRole("button", { name: t("create") }).click()
  await page.waitForURL(new RegExp(`/admin/notices/${slug}`))
  await page.getByRole("button", { name: t("submit") }).click()
  await page.locator(".head").getByText(t("status.in-review")).waitFor()
}

export const approveNotice = async (page: Page, site: string, { locale }: Visit, slug: string) => {
  const t = wordsFor(locale, "consoleNotice")
  await page.goto(`${site}/admin/notices/${slug}`)
  for (const reason of await page.locator('[name^="confirmed."]').all()) await reason.fill("Dates as planned")
  await page.getByRole("button", { name: t("approve") }).click()
  await page.locator(".head").getByText(t("status.published")).waitFor()
}

import { execFile } from "node:child_process"
import { mkdtemp, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import type { Browser } from "playwright-core"
import { Webhook } from "standardwebhooks"
import { afterAll, beforeAll, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { getAuthority, issueAgencyKey, registerAuthority, setWebhook } from "@/lib/authority"
import { openCampaign } from "@/lib/campaign"
import { addKnownGood, listKnownGood } from "@/lib/collateral"
import { WebhookMessage } from "@/lib/delivery"
import { contextFor } from "@/lib/kernel/context"
import { closeDays, statementKeys } from "@/lib/reporter"
import { addScreenshot, follow, keepReceipt, report } from "@/tests/support/browser/citizen"
import { launchBrowser } from "@/tests/support/browser/launch"
import {
  type Account,
  acceptTip,
  approveFigures,
  approveNotice,
  caseOf,
  draftFigures,
  draftReferral,
  signedIn,
  writeNotice,
} from "@/tests/support/browser/staff"
import { comeBy, untilShown, type Visit } from "@/tests/support/browser/visit"
import { as, system, visitor } from "@/tests/support/people"
import { portal } from "@/tests/support/portal/portal"
import { openReceiver } from "@/tests/support/receiver"

const phone: Visit = { locale: "zh", size: "phone", script: true }
const desk: Visit = { locale: "zh", size: "desktop", script: true }
const campaign = "demo-loop"
const authorityId = "loop-authority"
const host = "loop.example"
const quantity = 37
const both = (text: string) => ({ zh: text, en: text })
const t = wordsFor("zh", "consoleCase")

let browser: Browser
let site: string
let receiver: Awaited<ReturnType<typeof openReceiver>>
/** What the authority's own system knows: the portal's secret, and its key there. */
let secret: string
let key: string

beforeAll(async () => {
  site = (await portal()).siteUrl
  browser = await launchBrowser()
  receiver = await openReceiver({ secure: false })
  await openCampaign(system(), {
    slug: campaign,
    year: 2026,
    name: both("闭环演示"),
    agencies: ["ncac"],
    showsRunning: true,
    focus: [],
    demo: true,
  })
  await registerAuthority(system(), { authorityId, name: both("闭环机关"), competence: both("演示") })
  const administrator = as("administrator")
  const { version } = await getAuthority(administrator, { authorityId })
  secret = (await setWebhook(administrator, { authorityId, version, url: receiver.url })).secret ?? ""
  key = (await issueAgencyKey(administrator, { authorityId, name: "loop" })).key
  const known = await listKnownGood(administrator, {})
  await addKnownGood(administrator, {
    domain: host,
    reason: "A shop that others use too",
    version: known.version,
  })
})
afterAll(async () => {
  await browser.close()
  await receiver.close()
})

const told = async () => {
  await expect.poll(() => receiver.taken.length, { timeout: 20_000 }).toBe(1)
  const [{ headers, body } = { headers: {}, body: "" }] = receiver.taken
  new Webhook(secret).verify(body, headers as Record<string, string>)
  return WebhookMessage.parse(JSON.parse(body)).data
}

const say = async (url: string, content: { status: string }) => {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": `loop-${content.status}`,
    },
    body: JSON.stringify(content),
  })
  expect([content.status, response.status]).toEqual([content.status, 201])
}

it("goes from a tip on a phone, by an authority's own system, to a figure, a notice, and a proof that the reporter holds", async () => {
  const citizen = await (await comeBy(browser, phone)).newPage()
  await report(citizen, site, "zh", `https://${host}/film`)
  await addScreenshot(citizen, "zh", true)
  const keys = await keepReceipt(citizen, "zh")
  await citizen.context().close()

  const staff = (account: Account) => signedIn(browser, site, desk, account)
  const moderator = await staff("moderator-1")
  const tipId = `tip_${keys.number.replaceAll("-", "")}`
  await acceptTip(moderator, site, desk, tipId, campaign)
  const caseUrl = await caseOf(moderator, site, desk, tipId)

  const [drafter, approver] = [await staff("case-officer-1"), await staff("case-officer-2")]
  await draftReferral(drafter, desk, caseUrl, authorityId)
  await approver.goto(caseUrl)
  await approver.getByText(t("collateral.title")).first().waitFor()
  await approver.getByRole("button", { name: t("approve") }).click()
  await approver.locator(".issue").first().waitFor()
  await approver.locator("[name=collateralReason]").fill("只针对该页面，不针对整个网站。")
  await approver.getByRole("button", { name: t("approve") }).click()
  await untilShown(approver, () =>
    approver.locator("article").getByText(t("referralStatus.delivered")).first().isVisible(),
  )

  const { links, targets, referralId } = await told()
  expect(targets.map(({ text }) => text)).toEqual([`https://${host}/film`])
  const takenOn = new Date().toISOString().slice(0, 10)
  await say(links.updates, { status: "acknowledged" })
  await say(links.updates, { status: "accepted" })
  await say(links.updates, {
    status: "measure",
    ...{ measure: { metric: "websites-closed", quantity, takenOn, document: "闭〔2026〕1号" } },
  })
  await say(links.updates, { status: "reported" })
  expect(receiver.taken.filter(({ body }) => body.includes(referralId))).toHaveLength(1)

  const reader = await (await comeBy(browser, phone)).newPage()
  await reader.goto(`${site}/zh/campaigns/${campaign}`)
  await untilShown(reader, () => reader.getByText(String(quantity)).first().isVisible())
  const [writer, publisher] = [await staff("publisher-1"), await staff("publisher-2")]
  await draftFigures(writer, site, desk, campaign)
  await approveFigures(publisher, site, desk, { campaign, quantity, metric: "websites-closed" })
  const slug = "results-of-loop"
  await writeNotice(writer, site, desk, { slug, campaign, metric: "websites-closed" })
  await approveNotice(publisher, site, desk, slug)
  await reader.goto(`${site}/zh/notices/${slug}`)
  await untilShown(reader, async () => (await reader.locator("main").innerText()).includes(String(quantity)))

  // The day is over, and an hour more.
  const closed = new Date(Date.now() + 26 * 3_600_000).toISOString()
  await closeDays(contextFor({ kind: "system", name: "test" }, { now: closed }), {})
  await follow(reader, site, "zh", keys)
  await reader.getByText(wordsFor("zh", "follow")("steps.site-closed")).first().waitFor()
  const folder = await mkdtemp(join(tmpdir(), "loop-"))
  const at = (name: string) => join(folder, name)
  const hrefOf = (words: "statement" | "proof") =>
    reader.getByRole("link", { name: wordsFor("zh", "follow")(words) }).getAttribute("href")
  for (const name of ["statement", "proof"] as const) {
    const answer = await reader.context().request.get(new URL((await hrefOf(name)) ?? "", site).href)
    await writeFile(at(name), await answer.body())
  }
  await writeFile(at("keys"), JSON.stringify(await statementKeys(visitor(), {})))
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...["--import", "tsx", "infra/local/commands/verify-statement.ts", at("statement")],
    ...["--jwks", at("keys"), "--proof", at("proof")],
  ])
  expect(stdout).toContain("GENUINE")
  expect(stdout).toMatch(/the report is one of the \d+ in the log of/)
})

// What a deploy uploads, run as Lambda runs it: the built functions, fed events, on the real stores.
import { readdirSync } from "node:fs"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { seed } from "@/infra/local/content"
import { eventsOf } from "@/lib/audit"
import { setting } from "@/lib/kernel/config"
import { originOf } from "@/lib/limits"
import { approveNotice, createNotice, submitNotice } from "@/lib/notice"
import { reconcileFigures } from "@/lib/statistics"
import { functionFolder } from "@/tests/support/aws/build/layout"
import { deliverEvents } from "@/tests/support/aws/world/deliver-events"
import { processHeader, viewerAddress } from "@/tests/support/aws/world/edge"
import { siteId } from "@/tests/support/aws/world/functions"
import { startWorld } from "@/tests/support/aws/world/world"
import { addScreenshot, follow, keepReceipt, report } from "@/tests/support/browser/citizen"
import { launchBrowser } from "@/tests/support/browser/launch"
import {
  type Account,
  acceptTip,
  actOnReferral,
  approveFigures,
  approveReferral,
  caseOf,
  draftFigures,
  draftReferral,
  signedIn,
  signIn,
} from "@/tests/support/browser/staff"
import { comeBy, type Visit } from "@/tests/support/browser/visit"
import { aTip } from "@/tests/support/factory"
import { aHolder, aReport } from "@/tests/support/holder"
import { itemsOf } from "@/tests/support/items-of"
import { as } from "@/tests/support/people"
import { publicPages } from "@/tests/support/public-pages"

type World = Awaited<ReturnType<typeof startWorld>>
let world: World
let events: ReturnType<typeof deliverEvents>

beforeAll(async () => {
  world = await startWorld()
  events = deliverEvents(world.consumers)
  await seed()
  await events.deliver()
})
afterAll(() => world.stop())

const get = async (path: string, site: 0 | 1, headers: Record<string, string> = {}) => {
  const response = await fetch(`${world.siteUrl}${path}`, {
    headers: { ...headers, [processHeader]: String(site) },
    redirect: "manual",
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const feeds = ["/zh/notices/feed.xml", "/en/notices/feed.xml"]

describe("a public page", () => {
  it.each([...publicPages, ...feeds])(
    "is the same from both processes, and may be kept for a minute: %s",
    async (path) => {
      const [first, second] = [await get(path, 0), await get(path, 1)]
      expect(first.status).toBe(200)
      expect(first.text).toBe(second.text)
      for (const { headers } of [first, second]) {
        expect(headers.get("cache-control")).toContain("s-maxage=60")
        expect(headers.get("x-content-type-options")).toBe("nosniff")
      }
    },
  )

  it.each(["/zh/report", "/zh/follow", "/zh/receipt/verify", "/zh/right-holders", "/api/openapi.json"])(
    "or form answers from both processes: %s",
    async (path) => {
      expect([(await get(path, 0)).status, (await get(path, 1)).status]).toEqual([200, 200])
    },
  )

  it("that did not exist is there from both processes once it is published", async () => {
    const path = "/zh/notices/from-the-bundle"
    expect([(await get(path, 0)).status, (await get(path, 1)).status]).toEqual([404, 404])
    expect((await get(path, 0)).headers.get("cache-control")).toContain("s-maxage=10")
    const slug = "from-the-bundle"
    const text = { title: { zh: "通报", en: "Notice" }, body: { zh: "正文", en: "Text" } }
    await createNotice(as("pia"), { slug, ...text })
    await submitNotice(as("pia"), { slug, version: 1 })
    await approveNotice(as("quan"), { slug, version: 2 })
    expect([(await get(path, 0)).status, (await get(path, 1)).status]).toEqual([200, 200])
    expect((await get("/zh/notices", 1)).text).toContain(slug)
  })

  it("that never existed is a 404 in the portal's own form, kept for seconds", async () => {
    for (let n = 0; n < 20; n++) {
      const { status, text, headers } = await get(`/en/notices/random-${n}`, (n % 2) as 0 | 1)
      expect(status).toBe(404)
      expect(headers.get("cache-control")).toContain("s-maxage=10")
      expect(text).toContain("The page does not exist")
    }
  })
})

describe("the site's function", () => {
  it("holds what it runs, and nothing else of the folder that it was built in", () => {
    const files = readdirSync(functionFolder(siteId()), { recursive: true }).map(String)
    const own = files.filter((path) => !path.split("/").includes("node_modules"))
    expect(
      own.filter((path) => /\.tsx?$|^(tests|docs|infra|\.data)\/|tsbuildinfo|secret/i.test(path)),
    ).toEqual([])
  })
})

describe("the API", () => {
  const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${world.siteUrl}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    })

  it("takes a tip with a file, once under one key, and opens it by its receipt", async () => {
    const body = { ...aTip(), contact: "reporter@example.org" }
    const key = { "idempotency-key": "bundle-key-0123456789" }
    const first = await send("/api/v1/tips", body, key)
    expect(first.status).toBe(201)
    const { tipId, receipt } = await first.json()
    const again = await send("/api/v1/tips", body, key)
    expect((await again.json()).tipId).toBe(tipId)
    const { number, code } = receipt
    const found = await send("/api/v1/receipts/lookup", { number, code })
    expect(await found.json()).toMatchObject({ tipId, hasContact: true })
    const announced = await send(
      `/api/v1/tips/${tipId}/evidence`,
      { evidence: [{ name: "page.txt", sizeBytes: 5 }] },
      { authorization: `Receipt ${number}:${code}` },
    )
    expect(announced.status).toBe(201)
  })

  it("refuses in problem+json", async () => {
    const refused = await send("/api/v1/tips", { category: "none" })
    expect(refused.status).toBe(422)
    expect(refused.headers.get("content-type")).toContain("application/problem+json")
  })

  it("takes a right holder's batch by the key that comes past CloudFront's signature", async () => {
    const { key } = await aHolder("bundle-films")
    const response = await fetch(`${world.siteUrl}/api/v1/tips:bulk`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/x-ndjson" },
      body: [aReport("a"), aReport("b")].map((row) => JSON.stringify(row)).join("\n"),
    })
    expect(response.status).toBe(200)
    const rows = (await response.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
    expect(rows.filter(({ status }) => status === "created")).toHaveLength(2)
  })
})

describe("the whole loop", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  it("goes from a citizen's form, without JavaScript, to a published figure; done again it changes nothing", async () => {
    const citizen: Visit = { locale: "zh", size: "phone", script: false }
    const staff: Visit = { locale: "en", size: "desktop", script: true }
    const { siteUrl } = world
    const stop = events.keepDelivering()
    const reader = await (await comeBy(browser, citizen)).newPage()
    await report(reader, siteUrl, "zh", "https://bundle-site.example/film")
    await addScreenshot(reader, "zh", false)
    const keys = await keepReceipt(reader, "zh")
    await follow(reader, siteUrl, "zh", keys)
    const tipId = `tip_${keys.number.replaceAll("-", "")}`

    const by = (account: Account) => signedIn(browser, siteUrl, staff, account)
    const moderator = await signIn(browser, siteUrl, staff, "moderator-1")
    await acceptTip(moderator, siteUrl, staff, tipId)
    const caseUrl = await caseOf(moderator, siteUrl, staff, tipId)
    await draftReferral(await by("case-officer-1"), staff, caseUrl)
    await approveReferral(await by("case-officer-2"), staff, caseUrl)
    const host = "bundle-site.example"
    await actOnReferral(await by("agency-officer-mps"), siteUrl, staff, { host, quantity: 321 })
    await stop()
    await events.deliver()
    await draftFigures(await by("publisher-1"), siteUrl, staff, "demo-2026")
    const revision = await approveFigures(await by("publisher-2"), siteUrl, staff, {
      campaign: "demo-2026",
      quantity: 321,
    })
    expect(revision).toContain("/campaigns/demo-2026/figures/")
    const [first, second] = [
      await get("/api/v1/campaigns/demo-2026/figures", 0),
      await get("/api/v1/campaigns/demo-2026/figures", 1),
    ]
    expect(JSON.parse(first.text).figures).toEqual(
      expect.arrayContaining([expect.objectContaining({ metric: "links-removed", value: 321 })]),
    )
    expect(second.text).toBe(first.text)

    await reader.reload()
    await reader.getByText(wordsFor("zh", "follow")("steps.links-removed")).waitFor()

    const before = (await eventsOf(caseUrl.split("/").at(-1) ?? "")).length
    await events.again()
    expect((await eventsOf(caseUrl.split("/").at(-1) ?? "")).length).toBe(before)
    expect(await reconcileFigures(as("auditor"), {})).toMatchObject({ differences: [] })
  })
})

describe("a visitor's address, which CloudFront tells the site", () => {
  it("is counted by its hash, and stands in no table and in no function's log", async () => {
    const [limits, table] = [
      await itemsOf(setting("LIMITS_TABLE_NAME")),
      await itemsOf(setting("TABLE_NAME")),
    ]
    expect(limits).toContain(originOf(viewerAddress, new Date().toISOString()))
    expect(world.log()).not.toBe("")
    const written = [viewerAddress, Buffer.from(viewerAddress).toString("base64")]
    for (const text of [limits, table, world.log()])
      expect(written.filter((address) => text.includes(address))).toEqual([])
  })
})

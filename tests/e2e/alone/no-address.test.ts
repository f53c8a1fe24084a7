// The promise to keep no network address, held against everything that the portal writes down.
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { setting } from "@/lib/kernel/config"
import { originOf } from "@/lib/limits"
import { addScreenshot, fillReport, follow, keepReceipt, sendReport } from "@/tests/support/browser/citizen"
import { launchBrowser } from "@/tests/support/browser/launch"
import { signIn } from "@/tests/support/browser/staff"
import { comeBy } from "@/tests/support/browser/visit"
import { aTip, submitted } from "@/tests/support/factory"
import { aHolder, aReport } from "@/tests/support/holder"
import { itemsOf } from "@/tests/support/items-of"
import { portal } from "@/tests/support/portal/portal"

/** Each address with all the ways in which it could be written down. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  "198.51.100.173": ["198.51.100.173"],
  "2001:db8:a77a:1234::beef": ["2001:db8:a77a", "2001:0db8:a77a", "20010db8a77a"],
  "::ffff:203.0.113.219": ["203.0.113.219", "cb00:71db"],
}
const needles = Object.entries(addresses).flatMap(([address, written]) => [
  ...written,
  Buffer.from(address).toString("base64"),
])

/** All headers by which servers and networks are known to pass an address on. */
const headersFrom = (address: string) => ({
  ...Object.fromEntries(
    ["x-forwarded-for", "x-real-ip", "x-client-ip", "cf-connecting-ip", "x-portal-viewer"].map((name) => [
      name,
      address,
    ]),
  ),
  forwarded: `for="${address.includes(":") ? `[${address}]` : address}"`,
})

const running = await portal()
const { siteUrl } = running

const post = (address: string, path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${siteUrl}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headersFrom(address), ...headers },
    body,
  })

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** What programs send: good, broken, refused, and too often. */
const programs = async (address: string) => {
  const { key } = await aHolder("unseen-films")
  const good = JSON.stringify(aTip())
  expect((await post(address, "/api/v1/tips", good)).status).toBe(201)
  expect((await post(address, "/api/v1/tips", "{")).status).toBe(400)
  expect((await post(address, "/api/v1/tips", "{}")).status).toBe(422)
  expect((await post(address, "/api/v1/tips", good, { "content-type": "text/plain" })).status).toBe(415)
  expect((await post(address, "/api/v1/tips", " ".repeat(300_000))).status).toBe(413)
  const wrong = JSON.stringify({ number: "0000-0000-0000", code: "0000-0000-0000-0000" })
  for (let tries = 0; tries < 11; tries++) await post(address, "/api/v1/receipts/lookup", wrong)
  expect((await post(address, "/api/v1/receipts/lookup", wrong)).status).toBe(429)
  const row = JSON.stringify(aReport("unseen"))
  for (const bearer of [key, "key_0123456789abcdef_0123456789abcdef01234567"])
    await post(address, "/api/v1/tips:bulk", row, {
      authorization: `Bearer ${bearer}`,
      "content-type": "application/x-ndjson",
    }).then((response) => response.text())
  expect((await fetch(`${siteUrl}/en/nothing`, { headers: headersFrom(address) })).status).toBe(404)
  return key
}

/** A fault of ours, which is logged: the store of evidence is away. */
const outage = async (addresses: readonly string[]) => {
  const sent = await Promise.all(
    addresses.map(async (address) => ({
      address,
      ...(await submitted({ evidence: [{ name: "screen.png", sizeBytes: 1_000 }] })),
    })),
  )
  running.kill("s3")
  await Promise.all(
    sent.map(async ({ address, tipId, receipt, uploads }) => {
      const path = `/api/v1/tips/${tipId}/evidence/${uploads[0]?.evidenceId}/complete`
      const authorization = `Receipt ${receipt.number}:${receipt.code}`
      expect((await post(address, path, "", { authorization })).status).toBe(503)
    }),
  )
  await running.ready()
  return sent.map(({ receipt }) => receipt.code)
}

/** What a person does: a whole report with a file and a contact, and a sign-in to the console. */
const people = async (address: string) => {
  const visit = { locale: "en", size: "desktop", script: false } as const
  const context = await comeBy(browser, visit)
  await context.setExtraHTTPHeaders(headersFrom(address))
  const page = await context.newPage()
  await fillReport(page, siteUrl, "en", "https://from-somewhere.example/")
  await sendReport(page, "en")
  await addScreenshot(page, "en", false)
  const keys = await keepReceipt(page, "en")
  await follow(page, siteUrl, "en", keys)
  await context.close()
  const desk = await signIn(
    browser,
    siteUrl,
    { ...visit, script: true },
    "administrator",
    headersFrom(address),
  )
  await desk.context().close()
  return keys.code
}

const everyFile = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return everyFile(path)
    return entry.isFile() ? [path] : []
  })

describe("a network address", () => {
  it("is counted by its hash, and stands in no log, no table and no file; no secret stands in the log", {
    timeout: 240_000,
  }, async () => {
    const all = Object.keys(addresses)
    const secrets = await Promise.all(all.flatMap((address) => [programs(address), people(address)]))
    secrets.push(...(await outage(all)))
    const limits = await itemsOf(setting("LIMITS_TABLE_NAME"))
    // All of it did reach the portal, which counts by the connection and believes no address that it is told.
    const originNow = (address: string) => originOf(address, new Date().toISOString())
    expect(["127.0.0.1", "::1"].some((address) => limits.includes(originNow(address)))).toBe(true)
    for (const address of Object.keys(addresses)) expect(limits).not.toContain(originNow(address))
    const table = await itemsOf(setting("TABLE_NAME"))
    expect(table).toContain("from-somewhere.example")
    const places = new Map([
      ["log", running.log()],
      ["limits", limits],
      ["table", table],
      ...everyFile(running.dataDir).map((path): [string, string] => [path, readFileSync(path, "latin1")]),
    ])
    const found = [...places].flatMap(([place, text]) =>
      needles.filter((needle) => text.includes(needle)).map((needle) => `${needle} in ${place}`),
    )
    expect(running.log()).toContain("request failed")
    for (const secret of secrets) expect(running.log()).not.toContain(secret)
    expect(found).toEqual([])
  })
})

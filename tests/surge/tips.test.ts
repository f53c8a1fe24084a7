// 20,000 citizens at once.
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { launchBrowser } from "@/tests/support/browser/launch"
import { signedIn } from "@/tests/support/browser/staff"
import type { Visit } from "@/tests/support/browser/visit"
import { portal } from "@/tests/support/portal/portal"
import { acceptAll, faultsOf, queued, sendBatch } from "@/tests/support/surge/account"
import { sendAll } from "@/tests/support/surge/citizens"
import { moderate } from "@/tests/support/surge/moderator"
import { popularSite, popularTips, surge } from "@/tests/support/surge/plan"

const visit: Visit = { locale: "en", size: "desktop", script: true }
const minutesMax = 12
const holderRows = 1_000

const { siteUrl, numericUrl } = await portal()

let browser: Browser
let before: string[]
let sent: Awaited<ReturnType<typeof sendAll>>
let accepted: string[]
let batch: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  before = await queued("citizens")
  const moderator = await signedIn(browser, siteUrl, visit, "moderator-1")
  const ended = { sending: false }
  const meanwhile = Promise.all([
    moderate(moderator, siteUrl, visit, () => ended.sending),
    sendBatch(numericUrl, holderRows),
  ])
  sent = await sendAll(numericUrl, surge()).finally(() => {
    ended.sending = true
  })
  ;[accepted, batch] = await meanwhile
}, minutesMax * 60_000)

afterAll(() => browser?.close())

it("takes every good tip, twice sent or not, with one receipt, and names what is wrong with each other", () => {
  expect(sent.complaints).toEqual([])
  expect(sent.receipted).toHaveLength(surge().filter(({ wrongAt }) => !wrongAt).length)
  expect(sent.receipted.filter(({ site }) => site === popularSite)).toHaveLength(popularTips)
})

it("lets a moderator walk the queue, claim and accept meanwhile", () => {
  expect(accepted.length).toBeGreaterThan(5)
  expect(new Set(accepted).size).toBe(accepted.length)
})

it("has each tip once in the queue, and nothing besides", async () => {
  const now = [...(await queued("citizens")), ...accepted]
  expect(now.toSorted()).toEqual([...before, ...sent.receipted.map(({ tipId }) => tipId)].toSorted())
})

it("keeps a right holder's batch apart, whole", async () => {
  expect(batch).toHaveLength(holderRows)
  expect(await queued("right-holders")).toEqual(expect.arrayContaining(batch))
})

it("opens every receipt that was given, with the tip as it was sent and a whole chain", {
  timeout: 400_000,
}, async () => {
  expect(await faultsOf(sent.receipted)).toEqual([])
})

it("puts what is accepted of the one site into one case", async () => {
  const ofSite = sent.receipted.filter(({ site, tipId }) => site === popularSite && !accepted.includes(tipId))
  const known = await acceptAll(ofSite.slice(0, 20), popularSite)
  expect(known.cases).toBe(1)
  expect(known.reports).toBeGreaterThanOrEqual(20)
})

// 20,000 citizens at once, on a portal of their own: its queue is full for the rest of the day.
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { launchBrowser } from "@/tests/support/browser"
import { ownPortal } from "@/tests/support/own-portal"
import { signIn } from "./support/staff"
import { sendAll } from "./support/surge/citizens"
import { moderate } from "./support/surge/moderator"
import { popularSite, popularTips, surge } from "./support/surge/plan"
import type { Visit } from "./support/visit"

const visit: Visit = { locale: "en", size: "desktop", script: true }
const minutesMax = 12
const holderRows = 1_000

let portal: Awaited<ReturnType<typeof ownPortal>>
/** Loaded when this process knows the stores of that portal: the clients of `lib` read their addresses once. */
let account: typeof import("./support/surge/account")
let browser: Browser
let before: string[]
let sent: Awaited<ReturnType<typeof sendAll>>
let accepted: string[]
let batch: string[]

beforeAll(async () => {
  // The setup told this process of the shared portal's store, which this portal would take for its own.
  delete process.env.AWS_ENDPOINT_URL_DYNAMODB
  portal = await ownPortal("surge")
  account = await import("./support/surge/account")
  browser = await launchBrowser()
  before = await account.queued("citizens")
  const moderator = await signIn(browser, portal.site, visit, "moderator-1")
  const ended = { sending: false }
  const meanwhile = Promise.all([
    moderate(moderator, portal.site, visit, () => ended.sending),
    account.sendBatch(portal.siteUrl, holderRows),
  ])
  sent = await sendAll(portal.siteUrl, surge()).finally(() => {
    ended.sending = true
  })
  ;[accepted, batch] = await meanwhile
}, minutesMax * 60_000)

afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

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
  const now = [...(await account.queued("citizens")), ...accepted]
  expect(now.toSorted()).toEqual([...before, ...sent.receipted.map(({ tipId }) => tipId)].toSorted())
})

it("keeps a right holder's batch apart, whole", async () => {
  expect(batch).toHaveLength(holderRows)
  expect(await account.queued("right-holders")).toEqual(expect.arrayContaining(batch))
})

it("opens every receipt that was given, with the tip as it was sent and a whole chain", {
  timeout: 400_000,
}, async () => {
  expect(await account.faultsOf(sent.receipted)).toEqual([])
})

it("puts what is accepted of the one site into one case", async () => {
  const ofSite = sent.receipted.filter(({ site, tipId }) => site === popularSite && !accepted.includes(tipId))
  const known = await account.acceptAll(ofSite.slice(0, 20), popularSite)
  expect(known.cases).toBe(1)
  expect(known.reports).toBeGreaterThanOrEqual(20)
})

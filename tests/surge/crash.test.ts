// Each process of the portal is killed while citizens, moderators and officers work. What was acknowledged must be
// there afterwards, once.
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, expect, it } from "vitest"
import { openCampaign, runningFiguresOf } from "@/lib/campaign"
import { listEvidence } from "@/lib/evidence"
import { randomText } from "@/lib/kernel/id"
import { reconcileFigures } from "@/lib/statistics"
import { getTip } from "@/lib/tip"
import {
  casesOf,
  chainFaultsOf,
  evidenceFaults,
  receiptFaults,
  type WholeCase,
} from "@/tests/support/crash/account"
import type { AcknowledgedTip } from "@/tests/support/crash/citizens"
import { settles } from "@/tests/support/crash/persist"
import { workday } from "@/tests/support/crash/workday"
import { as, system } from "@/tests/support/people"
import { portal } from "@/tests/support/portal/portal"

const running = await portal()
const { siteUrl, dataDir } = running

const run = randomText(8)
const campaign = `crash-${run}`
const sites = Array.from({ length: 8 }, (_, at) => `site-${at}-${run}.example`)
const settleSecondsMax = 40

let day: Awaited<ReturnType<typeof workday>>
let cases: WholeCase[]

beforeAll(async () => {
  await openCampaign(system(), {
    slug: campaign,
    year: 2026,
    name: { zh: "崩溃测试", en: "Crash test" },
    agencies: ["ncac"],
    showsRunning: true,
    focus: [],
    demo: true,
  })
  day = await workday(running, campaign, sites)
  await settles(async () => {
    const files = await Promise.all(
      day.accepted.map(async ({ tipId }) => ({
        ...(await getTip(as("auditor"), { tipId })),
        evidence: await listEvidence(as("auditor"), { tipId }),
      })),
    )
    const { differences } = await reconcileFigures(system(), {})
    return (
      differences.length === 0 &&
      files.every(({ tip, evidence }) => tip.caseId && evidence.every(({ state }) => state === "verified"))
    )
  }, settleSecondsMax)
  cases = await casesOf(campaign)
}, 180_000)

const faultsOf = async (
  tips: readonly AcknowledgedTip[],
  look: (tip: AcknowledgedTip) => Promise<string[]>,
) => {
  const faults: string[] = []
  for (const tip of tips) faults.push(...(await look(tip)))
  return faults
}

it("was at work while the processes died", () => {
  expect(day.acknowledged.length).toBeGreaterThan(50)
  expect(day.acknowledged.filter(({ files }) => files.length > 0).length).toBeGreaterThan(10)
  expect(day.accepted).toHaveLength(day.acknowledged.length)
  expect(day.recorded).toHaveLength(day.accepted.length)
})

it("keeps every acknowledged tip, and its receipt opens it", async () => {
  expect(await faultsOf(day.acknowledged, (tip) => receiptFaults(siteUrl, tip))).toEqual([])
})

it("keeps every file that the store took, sealed, byte for byte", async () => {
  expect(await faultsOf(day.acknowledged, evidenceFaults)).toEqual([])
})

it("puts every accepted tip into exactly one case, and every site's tips into one case", () => {
  const placed = cases.flatMap(({ tips }) => tips.map(({ tipId }) => tipId))
  expect(placed.toSorted()).toEqual(day.accepted.map(({ tipId }) => tipId).toSorted())
  expect(cases.map((one) => one.case.site).toSorted()).toEqual(
    [...new Set(day.accepted.map(({ site }) => site))].toSorted(),
  )
  expect(cases.filter(({ tips, case: { tipCount } }) => tips.length !== tipCount)).toEqual([])
})

it("counts every acknowledged measure once, in the ledger and in the figures", async () => {
  const sums: Record<string, number> = {}
  for (const { metric, quantity } of day.recorded) sums[metric] = (sums[metric] ?? 0) + quantity
  const figures = await runningFiguresOf(campaign)
  expect(Object.fromEntries(figures.map(({ metric, value }) => [metric, value]))).toEqual(sums)
  expect(await reconcileFigures(system(), {})).toMatchObject({ differences: [] })
  expect(cases.flatMap(({ measures }) => measures)).toHaveLength(day.recorded.length)
})

it("has whole hash chains, which end where the records stand", async () => {
  const ofTips = await faultsOf(day.acknowledged, async ({ tipId }) => {
    const { tip, events } = await getTip(as("auditor"), { tipId })
    return chainFaultsOf(tipId, tip, events)
  })
  const ofCases = await Promise.all(cases.map((one) => chainFaultsOf(one.case.caseId, one.case, one.events)))
  expect([...ofTips, ...ofCases.flat()]).toEqual([])
})

it("gave up on no event", () => {
  const folder = join(dataDir, "dead-letters")
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
})

// A whole campaign in small, with processes killed: `npm run simulate:campaign` runs a large one.
import { expect, it } from "vitest"
import { simulatedCampaign } from "@/tests/support/campaign/judge"
import { portal } from "@/tests/support/portal/portal"

const plan = { tips: 80, cases: 24, kills: 4, killSeconds: [0.5, 2] } as const

it("brings each case to its authorities once and each measure into the figures, and names no reporter", {
  timeout: 300_000,
}, async () => {
  const { faults, report, lag, reactions } = await simulatedCampaign(await portal(), plan)
  expect(Object.values(faults).flat()).toEqual([])
  expect(report.kills).toBe(plan.kills)
  expect(reactions).toBeGreaterThan(plan.tips)
  console.log(`lag of ${reactions} reactions in ms: p50 ${lag.p50}, p95 ${lag.p95}, p99 ${lag.p99}`)
})

import { afterEach, expect, it } from "vitest"
import { originOf } from "@/lib/limits"
import { countReport, reportsInWindow } from "@/lib/limits/count-report"

afterEach(() => {
  delete process.env.REPORTS_PER_MINUTE_NORMAL
})

const site = "films.pirate.example"
const origin = originOf("203.0.113.9", new Date().toISOString())

it("counts exactly where few reports are normal", async () => {
  process.env.REPORTS_PER_MINUTE_NORMAL = "20"
  for (let count = 1; count <= 20; count++) expect((await countReport(origin, [])).all).toBe(count)
  expect(await reportsInWindow()).toBe(20)
})

it("tells about how many there are where many are normal, each counted in one record", async () => {
  process.env.REPORTS_PER_MINUTE_NORMAL = "60"
  const reports = 600
  for (let at = 0; at < reports / 50; at++)
    await Promise.all(Array.from({ length: 50 }, () => countReport(origin, [site])))
  const { all, ofOrigin, ofSite } = await countReport(origin, [site])
  // Far beyond what chance does to 600 in three counters.
  expect(all).toBeGreaterThan(reports / 2)
  expect(all).toBeLessThan(reports * 1.5)
  expect(ofOrigin.count).toBe(20 + reports + 1)
  expect(ofSite).toBe(reports + 1)
})

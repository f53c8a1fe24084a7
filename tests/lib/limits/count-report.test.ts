import { afterEach, expect, it } from "vitest"
import { originOf } from "@/lib/limits"
import { countReport, reportsInWindow } from "@/lib/limits/count-report"
import { requestsOf } from "@/tests/support/requests"

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

it("tells about how many there are where many are normal, and counts one of some of them", async () => {
  process.env.REPORTS_PER_MINUTE_NORMAL = "60"
  const reports = 600
  for (let at = 0; at < reports / 50; at++)
    await Promise.all(Array.from({ length: 50 }, () => countReport(origin, [site])))
  const { all, ofOrigin, ofSite } = await countReport(origin, [site])
  // Far beyond what chance does to 600 of which one in three counts for all of them.
  expect(all).toBeGreaterThan(reports / 2)
  expect(all).toBeLessThan(reports * 1.5)
  expect(ofOrigin.count).toBe(20 + reports + 1)
  expect(ofSite).toBe(reports + 1)
})

it("writes to the counter of all reports for few of them, where many are normal", async () => {
  process.env.REPORTS_PER_MINUTE_NORMAL = "7000"
  const many = Array.from({ length: 100 }, (_, at) => originOf(`192.0.2.${at}`, new Date().toISOString()))
  const asked = await requestsOf(() => Promise.all(many.map((one) => countReport(one, []))))
  expect(asked.length).toBeLessThan(100 + 10)
})

import { afterEach, describe, expect, it } from "vitest"
import { originOf, seeValve } from "@/lib/limits"
import { reportsInWindow } from "@/lib/limits/count-report"
import { submitted } from "@/tests/support/factory"
import { visitor } from "@/tests/support/people"
import { requestsOf } from "@/tests/support/requests"

const tips = 60
let sent = 0
const admission = () => ({
  door: "api" as const,
  origin: originOf(`203.0.113.${sent}`, new Date().toISOString()),
})
/** Each about a site of its own, as most are. */
const sendOne = (more: Parameters<typeof submitted>[0] = {}) =>
  submitted({ targets: [`https://films-${++sent}.example/`], admission: admission(), ...more })

/** What stands in a process that has been asked in the last seconds. */
const warm = () => Promise.all([seeValve(visitor(), {}), reportsInWindow()])

const requestsOfOne = async (more: Parameters<typeof submitted>[0] = {}) => {
  await warm()
  const asked = await requestsOf(async () => {
    for (let at = 0; at < tips; at++) await sendOne(more)
  })
  return asked.length / tips
}

afterEach(() => {
  delete process.env.REPORTS_PER_MINUTE_NORMAL
})

/** Beside these: one in so many counts for all of them, and each process looks once in some seconds. */
const nowAndThen = 0.1

describe("a report of the public makes no more requests to DynamoDB than it must", () => {
  it("of text alone three: the network's count, the site's, and the tip with its first event", async () => {
    process.env.REPORTS_PER_MINUTE_NORMAL = "7000"
    expect(await requestsOfOne()).toBeLessThanOrEqual(3 + nowAndThen)
  })

  it("with a contact the same three: it is written with the tip", async () => {
    process.env.REPORTS_PER_MINUTE_NORMAL = "7000"
    expect(await requestsOfOne({ contact: "somebody@mail.example" })).toBeLessThanOrEqual(3 + nowAndThen)
  })

  it("with files two more, for the bytes of the day and of the network", async () => {
    process.env.REPORTS_PER_MINUTE_NORMAL = "7000"
    const evidence = [{ name: "a.png", sizeBytes: 48_213 }]
    expect(await requestsOfOne({ evidence })).toBeLessThanOrEqual(5 + nowAndThen)
  })

  it("one more for each further site", async () => {
    process.env.REPORTS_PER_MINUTE_NORMAL = "7000"
    const targets = ["https://one.example/", "https://two.example/"]
    expect(await requestsOfOne({ targets })).toBeLessThanOrEqual(4 + nowAndThen)
  })

  it("one more where so few are normal that each is counted in the sum", async () => {
    process.env.REPORTS_PER_MINUTE_NORMAL = "20"
    await warm()
    expect(await requestsOf(() => sendOne())).toEqual(["PutItem", "UpdateItem", "UpdateItem", "UpdateItem"])
  })
})

import { describe, expect, it } from "vitest"
import { dayInBeijing } from "@/lib/kernel/day"
import { readNumbers } from "@/lib/numbers"
import { claimTip, declineTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

const today = dayInBeijing(new Date().toISOString())
const daysAgo = (days: number) => dayInBeijing(new Date(Date.now() - days * 86_400_000).toISOString())

describe("the numbers of the desk", () => {
  it("are counted from the tips of both queues as they stand", async () => {
    const { tipId } = await submitted({ category: "games" })
    await submitted({ category: "games", urgency: "children" })
    const later = new Date(Date.now() + 7_200_000).toISOString()
    const { version } = await claimTip(as("mei", later), { tipId })
    await declineTip(as("mei", later), { tipId, version, reason: "abusive" })
    const { workload } = await readNumbers(as("mei"), { from: daysAgo(3), until: today })
    const games = workload.categories.find(({ category }) => category === "games")
    expect(games).toMatchObject({
      received: 2,
      open: 1,
      outcomes: { accepted: 0, declined: 1, duplicate: 0 },
    })
    expect(games?.toReview.count).toBe(1)
    expect(Math.round(games?.toReview.median ?? 0)).toBe(2)
    expect(workload.days.at(-1)).toMatchObject({ day: today, received: 2 })
  })

  it("are told of a past period and of at most so many days, and not of the future alone", async () => {
    const past = await readNumbers(as("auditor"), { from: "2025-01-01", until: "2025-01-03" })
    expect(past.workload.days.map(({ day }) => day)).toEqual(["2025-01-01", "2025-01-02", "2025-01-03"])
    expect(past.workload.all.received).toBe(0)
    await expect(readNumbers(as("auditor"), { from: "2025-01-01", until: today })).rejects.toMatchObject({
      issues: [{ path: ["from"], rule: "too-many" }],
    })
    await expect(
      readNumbers(as("auditor"), { from: "2999-01-01", until: "2999-01-02" }),
    ).rejects.toMatchObject({ issues: [{ rule: "in-future" }] })
    await expect(readNumbers(as("pia"), { from: today, until: today })).rejects.toMatchObject({
      code: "forbidden",
    })
  })
})

import { describe, expect, it } from "vitest"
import { verifyFile } from "@/lib/audit"
import { followTip } from "@/lib/reporter"
import { acceptTip, appealTip, claimTip, declineTip, getTip } from "@/lib/tip"
import { runningCampaign, submitted } from "@/tests/support/factory"
import { as, reporterOf } from "@/tests/support/people"

const declined = async (now?: string) => {
  const { tipId } = await submitted()
  const { version } = await claimTip(as("mei", now), { tipId })
  return declineTip(as("mei", now), { tipId, version, reason: "not-infringing" })
}
const appeal = "The rights are ours alone; see the licence that I attached."

describe("an objection of a reporter to a refusal", () => {
  it("puts the tip before another moderator than the first, once, with the words in the talk", async () => {
    await runningCampaign()
    const { tipId } = await declined()
    const reporter = reporterOf(tipId)
    expect(await followTip(reporter, {})).toMatchObject({ appealBy: expect.any(String) })
    await appealTip(reporter, { appeal })
    const followed = await followTip(reporter, {})
    expect(followed.status).toBe("received")
    expect([followed.declined, followed.appealBy]).toEqual([undefined, undefined])
    expect(followed.steps.at(-1)?.step).toBe("appealed")
    expect(followed.messages.at(-1)).toMatchObject({ from: "reporter", text: appeal })
    await expect(claimTip(as("mei"), { tipId })).rejects.toMatchObject({ reason: "tip-another-person" })
    const { version } = await claimTip(as("bo"), { tipId })
    await declineTip(as("bo"), { tipId, version, reason: "not-infringing" })
    await expect(appealTip(reporter, { appeal })).rejects.toMatchObject({ reason: "appeal-not-possible" })
    expect(await verifyFile(as("auditor"), { file: tipId })).toMatchObject({ faults: [] })
    expect((await getTip(as("auditor"), { tipId })).tip.decidedBy?.id).toBe("bo")
  })

  it("is possible within sixty days of the decision, and not of another", async () => {
    const longAgo = new Date(Date.now() - 61 * 86_400_000).toISOString()
    const { tipId } = await declined(longAgo)
    expect(await followTip(reporterOf(tipId), {})).toMatchObject({ appealBy: undefined })
    await expect(appealTip(reporterOf(tipId), { appeal })).rejects.toMatchObject({
      reason: "appeal-not-possible",
    })
    await runningCampaign()
    const { tipId: other } = await submitted()
    await expect(appealTip(reporterOf(other), { appeal })).rejects.toMatchObject({ code: "conflict" })
    const { version } = await claimTip(as("mei"), { tipId: other })
    await acceptTip(as("mei"), { tipId: other, version, campaign: "demo-2026" })
    await expect(appealTip(reporterOf(other), { appeal })).rejects.toMatchObject({ code: "conflict" })
  })

  it("needs a reason, is the reporter's alone, and of two at once one", async () => {
    const { tipId } = await declined()
    await expect(appealTip(reporterOf(tipId), { appeal: "no" })).rejects.toMatchObject({
      issues: [{ path: ["appeal"], rule: "too-short" }],
    })
    await expect(appealTip(as("mei"), { appeal })).rejects.toMatchObject({ code: "forbidden" })
    const both = await Promise.allSettled([
      appealTip(reporterOf(tipId), { appeal }),
      appealTip(reporterOf(tipId), { appeal }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
    expect((await followTip(reporterOf(tipId), {})).messages).toHaveLength(1)
  })
})

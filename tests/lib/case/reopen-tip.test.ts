import { describe, expect, it } from "vitest"
import { eventsOf } from "@/lib/audit"
import { getCase, markDuplicate, openCase, reopenTip } from "@/lib/case"
import { followTip } from "@/lib/reporter"
import { acceptTip, claimTip, declineTip, getTip } from "@/lib/tip"
import { acceptedTip, runningCampaign, submitted } from "@/tests/support/factory"
import { as, reporterOf, system } from "@/tests/support/people"

const campaign = "demo-2026"
const reason = "Accepted by mistake"
const inCase = async (targets: string[]) => {
  const { tipId } = await acceptedTip({ targets })
  const caseId = (await openCase(system(), { tipId, campaign }))?.caseId ?? ""
  const { tip } = await getTip(as("mei"), { tipId })
  return { tipId, caseId, version: tip.version }
}

describe("an acceptance that is taken back", () => {
  it("takes the tip out of its case, frees the sites it alone brought, and is on record in both", async () => {
    const first = await inCase(["https://kept.example/1"])
    const { tipId, caseId, version } = await inCase(["https://kept.example/2", "https://wrong.example/"])
    expect(caseId).toBe(first.caseId)
    const reopened = await reopenTip(as("mei"), { tipId, version, reason })
    expect(reopened).toMatchObject({ tipId, status: "received" })
    for (const name of ["caseId", "acceptedFor", "claim"] as const) expect(reopened[name]).toBeUndefined()
    const { case: found, tips, events } = await getCase(as("cai"), { caseId })
    expect(found).toMatchObject({ tipCount: 1, sites: ["kept.example"] })
    expect(tips.map((one) => one.tipId)).toEqual([first.tipId])
    expect(events.at(-1)).toMatchObject({ type: "case.tip-left", data: { tipId } })
    expect((await eventsOf(tipId)).at(-1)).toMatchObject({
      type: "tip.reopened",
      data: { reason, leftCase: caseId },
    })
    const other = await inCase(["https://wrong.example/other"])
    expect(other.caseId).not.toBe(caseId)
    expect((await followTip(reporterOf(tipId), {})).status).toBe("received")
  })

  it("leaves the case of its last tip to the officers, and the site with it", async () => {
    const { tipId, caseId, version } = await inCase(["https://only.example/"])
    await reopenTip(as("mei"), { tipId, version, reason })
    expect((await getCase(as("cai"), { caseId })).case).toMatchObject({
      tipCount: 0,
      sites: ["only.example"],
    })
    expect((await inCase(["https://only.example/2"])).caseId).toBe(caseId)
  })

  it("before its case is there leaves none behind, also when it is accepted for another campaign", async () => {
    await runningCampaign()
    const { tipId, version } = await acceptedTip({ targets: ["https://quick.example/"] })
    await reopenTip(as("mei"), { tipId, version, reason })
    expect(await openCase(system(), { tipId, campaign })).toBeUndefined()
    const again = await claimTip(as("mei"), { tipId })
    await acceptTip(as("mei"), { tipId, version: again.version, campaign })
    expect(await openCase(system(), { tipId, campaign: "another" })).toBeUndefined()
    expect(await openCase(system(), { tipId, campaign })).toBeDefined()
  })

  it("is lost to one alone, and refused to others", async () => {
    const seen = await inCase(["https://raced.example/"])
    const act = { tipId: seen.tipId, version: seen.version, reason }
    await expect(reopenTip(as("cai"), act)).rejects.toMatchObject({ code: "forbidden" })
    const both = await Promise.allSettled([reopenTip(as("mei"), act), reopenTip(as("bo"), act)])
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect((await getCase(as("cai"), { caseId: seen.caseId })).case.tipCount).toBe(0)
    await expect(reopenTip(as("mei"), { ...act, version: seen.version + 1 })).rejects.toMatchObject({
      reason: "tip-status",
    })
  })

  it("of a declined tip leaves no reason for declining", async () => {
    const { tipId } = await submitted()
    const { version } = await claimTip(as("mei"), { tipId })
    await declineTip(as("mei"), { tipId, version, reason: "site-gone", wording: "It was gone on Monday." })
    expect(await followTip(reporterOf(tipId), {})).toMatchObject({ wording: "It was gone on Monday." })
    const reopened = await reopenTip(as("mei"), { tipId, version: version + 1, reason })
    expect(reopened.declined).toBeUndefined()
    expect((await getTip(as("mei"), { tipId })).tip.declined).toBeUndefined()
  })
})

describe("a duplicate of another site's tip", () => {
  it("is marked only when it is meant", async () => {
    const { tipId: of } = await submitted({ targets: ["https://first.example/"] })
    const { tipId } = await submitted({ targets: ["https://second.example/"] })
    const { version } = await claimTip(as("mei"), { tipId })
    await expect(markDuplicate(as("mei"), { tipId, version, of })).rejects.toMatchObject({
      issues: [{ path: ["of"], rule: "duplicate-other-site", params: { site: "first.example" } }],
    })
    expect(await markDuplicate(as("mei"), { tipId, version, of, isMeant: true })).toMatchObject({
      duplicateOf: of,
    })
  })
})

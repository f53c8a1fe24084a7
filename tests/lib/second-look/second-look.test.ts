import { beforeAll, describe, expect, it } from "vitest"
import { verifyFile } from "@/lib/audit"
import { reopenTip } from "@/lib/case"
import { handler as react } from "@/lib/pipeline/react"
import { askForLook, giveLook, listLooks, nextLook } from "@/lib/second-look"
import { getSettings, setTargets } from "@/lib/settings"
import { acceptTip, claimTip, declineTip } from "@/lib/tip"
import { deliver } from "@/tests/support/deliver"
import { runningCampaign, submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
const looks = () => listLooks(as("auditor"), { months: [month] })

const everySecond = async (secondLookPercent: number) => {
  const { targets, version } = await getSettings(as("administrator"), {})
  await setTargets(as("administrator"), { version, ...targets, secondLookPercent })
}

const declined = async () => {
  const { tipId } = await submitted({ category: "music" })
  const { version } = await claimTip(as("mei"), { tipId })
  return declineTip(as("mei"), { tipId, version, reason: "site-gone" })
}

describe("a second look", () => {
  beforeAll(runningCampaign)

  it("is drawn of so many of a hundred decisions, and drawn once however often its event comes", async () => {
    await everySecond(0)
    await declined()
    await deliver(react)
    expect((await looks()).waiting).toBe(0)
    await everySecond(100)
    await declined()
    const { tipId } = await submitted()
    const { version } = await claimTip(as("mei"), { tipId })
    await acceptTip(as("mei"), { tipId, version, campaign: "demo-2026" })
    await deliver(react)
    await deliver(react)
    // The first decision's event comes again, too, now that all are drawn.
    expect((await looks()).waiting).toBe(3)
  })

  it("is shown without the decision and who took it, and never to that person", async () => {
    expect(await nextLook(as("mei"), {})).toBeUndefined()
    const next = await nextLook(as("bo"), {})
    expect(next?.tip).toMatchObject({ status: "screening", declined: undefined, decidedBy: undefined })
    expect(JSON.stringify(next)).not.toMatch(/mei|site-gone/i)
    if (!next) return
    await expect(giveLook(as("mei"), { ...next.look, verdict: "accept" })).rejects.toMatchObject({
      reason: "second-person",
    })
    await expect(giveLook(as("cai"), { ...next.look, verdict: "accept" })).rejects.toMatchObject({
      code: "forbidden",
    })
    await expect(nextLook(as("auditor"), {})).rejects.toMatchObject({ code: "forbidden" })
  })

  it("is counted by category, without a name, and what differs is listed", async () => {
    for (const _ of [1, 2, 3]) {
      const next = await nextLook(as("bo"), {})
      if (!next) throw new Error("no look")
      await expect(giveLook(as("bo"), { ...next.look, verdict: "decline" })).rejects.toMatchObject({
        issues: [{ path: ["reason"], rule: "required" }],
      })
      await giveLook(as("bo"), { ...next.look, verdict: "decline", reason: "abusive" })
      await expect(
        giveLook(as("bo"), { ...next.look, verdict: "accept" }),
        "a second time",
      ).rejects.toMatchObject({ code: "conflict", lastChange: { by: "Bo" } })
      expect(await verifyFile(as("auditor"), { file: next.tip.tipId })).toMatchObject({ faults: [] })
    }
    const { waiting, agreement, differing } = await looks()
    expect(waiting).toBe(0)
    expect(agreement).toEqual([
      { category: "music", looks: 2, agreed: 2 },
      { category: "film-tv", looks: 1, agreed: 0 },
    ])
    expect(differing).toMatchObject([
      { category: "film-tv", first: { verdict: "accept" }, second: { verdict: "decline" } },
    ])
    expect(JSON.stringify([agreement, differing])).not.toMatch(/"mei"|"bo"/i)
  })

  it("is asked for by an administrator of a decision that stands, once", async () => {
    await everySecond(0)
    const tip = await declined()
    const { tipId } = tip
    await askForLook(as("administrator"), { tipId })
    expect((await nextLook(as("bo"), {}))?.tip.tipId).toBe(tipId)
    await expect(askForLook(as("administrator"), { tipId })).rejects.toMatchObject({ code: "conflict" })
    await expect(askForLook(as("bo"), { tipId })).rejects.toMatchObject({ code: "forbidden" })
    await reopenTip(as("mei"), { tipId, version: tip.version, reason: "A mistake" })
    await expect(askForLook(as("administrator"), { tipId })).rejects.toMatchObject({ reason: "tip-status" })
  })
})

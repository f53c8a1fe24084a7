import { describe, expect, it } from "vitest"
import { eventsOf } from "@/lib/audit"
import { claimTip, declineTip, getTip, listTips, renewClaim, takeOverTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

const at = (minutes: number) => new Date(Date.UTC(2030, 0, 1, 0, minutes)).toISOString()
const claimed = async () => claimTip(as("mei", at(0)), { tipId: (await submitted()).tipId })

describe("a lease", () => {
  it("lasts ten minutes, and from its renewal on ten more, without a new version or event", async () => {
    const { tipId, version, claim } = await claimed()
    expect(claim?.until).toBe(at(10))
    const before = await eventsOf(tipId)
    expect(await renewClaim(as("mei", at(8)), { tipId })).toEqual({ until: at(18) })
    await expect(claimTip(as("bo", at(12)), { tipId })).rejects.toMatchObject({ reason: "tip-claimed" })
    const held = await listTips(as("bo", at(12)), { status: "screening" })
    expect(held.rows.find((row) => row.tipId === tipId)?.leaseUntil).toBe(at(18))
    expect(await eventsOf(tipId)).toEqual(before)
    const declined = await declineTip(as("mei", at(12)), { tipId, version, reason: "abusive" })
    expect(declined.status).toBe("declined")
  })

  it("is not renewed once the tip is decided or somebody else's, who is named", async () => {
    const { tipId } = await claimed()
    await claimTip(as("bo", at(11)), { tipId })
    await expect(renewClaim(as("mei", at(12)), { tipId })).rejects.toMatchObject({
      code: "conflict",
      lastChange: { by: "Bo", did: "tip.claimed" },
    })
    const { tip } = await getTip(as("bo"), { tipId })
    await declineTip(as("bo", at(12)), { tipId, version: tip.version, reason: "abusive" })
    await expect(renewClaim(as("bo", at(13)), { tipId })).rejects.toMatchObject({ code: "conflict" })
    await expect(renewClaim(as("cai"), { tipId })).rejects.toMatchObject({ code: "forbidden" })
  })

  it("can be taken over, which stays on record, and not by two at once", async () => {
    const { tipId, version } = await claimed()
    const both = await Promise.allSettled([
      takeOverTip(as("bo", at(1)), { tipId, version }),
      takeOverTip(as("mei", at(1)), { tipId, version }),
    ])
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const events = await eventsOf(tipId)
    expect(events.at(-1)).toMatchObject({ type: "tip.taken-over", data: { from: { name: "Mei" } } })
    await expect(takeOverTip(as("cai"), { tipId, version: version + 1 })).rejects.toMatchObject({
      code: "forbidden",
    })
    await expect(
      takeOverTip(as("bo"), { tipId: (await submitted()).tipId, version: 1 }),
    ).rejects.toMatchObject({ reason: "tip-status" })
  })
})

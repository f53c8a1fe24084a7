import { describe, expect, it } from "vitest"
import { eventsOf } from "@/lib/audit"
import { lookAtTip } from "@/lib/desk"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

describe("who looks at a tip", () => {
  it("is told to others who do, for a minute after the last sign, and put on no record", async () => {
    const { tipId } = await submitted()
    const [other] = [await submitted()]
    const at = (seconds: number) => new Date(Date.UTC(2026, 4, 1, 0, 0, seconds)).toISOString()
    const events = await eventsOf(tipId)
    expect(await lookAtTip(as("mei", at(0)), { tipId })).toEqual([])
    expect(await lookAtTip(as("bo", at(10)), { tipId })).toEqual(["Mei"])
    expect(await lookAtTip(as("cai", at(20)), { tipId })).toEqual(["Bo", "Mei"])
    expect(await lookAtTip(as("mei", at(30)), { tipId })).toEqual(["Bo", "Cai"])
    expect(await lookAtTip(as("mei", at(75)), { tipId })).toEqual(["Cai"])
    expect(await lookAtTip(as("mei", at(90)), { tipId: other.tipId })).toEqual([])
    expect(await eventsOf(tipId)).toEqual(events)
  })

  it("is nothing for authorities and publishers", async () => {
    const { tipId } = await submitted()
    for (const who of ["officer", "pia"] as const)
      await expect(lookAtTip(as(who), { tipId })).rejects.toMatchObject({ code: "forbidden" })
  })
})

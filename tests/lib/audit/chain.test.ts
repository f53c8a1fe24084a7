import { DeleteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb"
import { describe, expect, it } from "vitest"
import { eventsOf, listDay, verifyFile } from "@/lib/audit"
import { reopenTip } from "@/lib/case"
import { setting } from "@/lib/kernel/config"
import { dayInBeijing } from "@/lib/kernel/day"
import { documents } from "@/lib/store/table"
import { claimTip, declineTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

/** A tip with a history of four events. */
const aHistory = async () => {
  const { tipId } = await submitted()
  const claimed = await claimTip(as("mei"), { tipId })
  const declined = await declineTip(as("mei"), { tipId, version: claimed.version, reason: "site-gone" })
  await reopenTip(as("mei"), { tipId, version: declined.version, reason: "Back online" })
  return tipId
}

const keyOf = (tipId: string, seq: number) => ({
  TableName: setting("TABLE_NAME"),
  Key: { pk: tipId, sk: `event#${tipId}#${String(seq).padStart(8, "0")}` },
})

describe("the audit trail", () => {
  it("of an untouched file is whole, from the event in the tip's own record on", async () => {
    const tipId = await aHistory()
    expect(await verifyFile(as("auditor"), { file: tipId })).toEqual({ events: 4, faults: [] })
  })

  it("shows an event that was changed behind the portal's back", async () => {
    const tipId = await aHistory()
    await documents.send(
      new UpdateCommand({
        ...keyOf(tipId, 4),
        UpdateExpression: "SET #data = :data",
        ExpressionAttributeNames: { "#data": "data" },
        ExpressionAttributeValues: { ":data": { reason: "Another" } },
      }),
    )
    const { faults } = await verifyFile(as("auditor"), { file: tipId })
    expect(faults).toEqual([{ subject: tipId, seq: 4, fault: "altered" }])
  })

  it("shows an event that was taken out", async () => {
    const tipId = await aHistory()
    await documents.send(new DeleteCommand(keyOf(tipId, 2)))
    const { faults } = await verifyFile(as("auditor"), { file: tipId })
    expect(faults).toEqual([{ subject: tipId, seq: 2, fault: "missing" }])
  })

  it("lists what the staff did on a day in Beijing, and not what citizens sent", async () => {
    const tipId = await aHistory()
    const { events } = await listDay(as("auditor"), { day: dayInBeijing(new Date().toISOString()) })
    const ofTip = events.filter(({ file }) => file === tipId).map(({ type }) => type)
    expect(ofTip).toEqual(["tip.reopened", "tip.declined", "tip.claimed"])
    expect((await eventsOf(tipId)).map(({ type }) => type)).toContain("tip.received")
  })
})

import { describe, expect, it } from "vitest"
import { chainFaults, eventsOf } from "@/lib/audit"
import { openReceipt, submitTip } from "@/lib/reporter"
import { getTip } from "@/lib/tip"
import { aTip, submitted } from "@/tests/support/factory"
import { as, visitor } from "@/tests/support/people"

describe("a submitted tip", () => {
  it("is stored with its event and a receipt that opens it", async () => {
    const { tipId, receipt } = await submitted()
    const { tip, events } = await getTip(as("mei"), { tipId })
    expect(tip).toMatchObject({ status: "received", sites: ["pirate.example"], version: 1 })
    expect(events.map(({ type }) => type)).toEqual(["tip.received"])
    expect(chainFaults(await eventsOf(tipId))).toEqual([])
    expect(await openReceipt(visitor(), receipt)).toEqual({ tipId })
  })

  it("keeps neither the code nor the contact in clear", async () => {
    const { tipId, receipt } = await submitted({ contact: "zhang@reader.example" })
    const { tip, events } = await getTip(as("mei"), { tipId })
    const all = JSON.stringify([tip, events])
    expect(all).not.toContain("zhang@reader.example")
    expect(all).not.toContain(receipt.code)
    expect(tip.hasContact).toBe(true)
  })

  it("answers the same to the same idempotency key and body, and creates one tip", async () => {
    const key = "0123456789abcdef"
    const first = await submitted({ idempotencyKey: key })
    const second = await submitted({ idempotencyKey: key })
    expect(second.tipId).toBe(first.tipId)
    expect(second.receipt).toEqual(first.receipt)
  })

  it("creates one tip from two same requests at once", async () => {
    const key = "at-once-0123456789"
    const [first, second] = await Promise.all([
      submitted({ idempotencyKey: key }),
      submitted({ idempotencyKey: key }),
    ])
    expect(second?.receipt).toEqual(first?.receipt)
  })

  it("refuses the same key with another body", async () => {
    await submitted({ idempotencyKey: "another-body-0123" })
    const other = submitTip(visitor(), aTip({ idempotencyKey: "another-body-0123", work: "Another" }))
    await expect(other).rejects.toMatchObject({ code: "conflict", reason: "idempotency-key-reused" })
  })
})

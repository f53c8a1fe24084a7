import { describe, expect, it } from "vitest"
import type { EventType } from "@/lib/audit"
import { AuditEvent } from "@/lib/audit/event"
import { metrics } from "@/lib/campaign"
import { outcomes } from "@/lib/case"
import { newId } from "@/lib/kernel/id"
import { progressSteps, stepOf } from "@/lib/progress"

const event = (type: EventType, data: object): AuditEvent =>
  AuditEvent.parse({
    eventId: newId("evt"),
    file: "cas_1",
    subject: "cas_1",
    seq: 1,
    type,
    at: "2026-11-24T08:00:00.000Z",
    actor: { kind: "person", id: "cai", name: "Cai" },
    data,
    prevHash: "",
    hash: "",
  })

describe("what the reporters of a case are told", () => {
  it.each(metrics)("of a measure counted under %s is only what anybody can see", (metric) => {
    const told = stepOf(event("measure.counted", { campaign: "c", metric, quantity: 3 }))
    const taken = stepOf(event("measure.counted", { campaign: "c", metric, quantity: -3 }))
    const isVisible = metric === "websites-closed" || metric === "links-removed"
    expect([told, taken]).toEqual(
      isVisible
        ? [metric === "websites-closed" ? "site-closed" : "links-removed", "measure-reversed"]
        : [undefined, undefined],
    )
  })

  it.each(outcomes)("when it is closed is its outcome: %s", (outcome) => {
    expect(stepOf(event("case.closed", { outcome }))).toBe(`closed-${outcome}`)
  })

  it("names no authority, and nothing of what one does", () => {
    const referred = { referralId: newId("ref"), authorityId: "mps" }
    expect(stepOf(event("case.referred", referred))).toBe("case-referred")
    for (const type of ["case.action-started", "case.referral-drafted", "referral.approved"] as const)
      expect(stepOf(event(type, referred))).toBeUndefined()
    expect(progressSteps.join(" ")).not.toContain("mps")
  })

  it("is nothing of a measure before it is counted", () => {
    const data = { campaign: "c", metric: "websites-closed", quantity: 1 }
    expect(stepOf(event("measure.recorded", data))).toBeUndefined()
  })
})

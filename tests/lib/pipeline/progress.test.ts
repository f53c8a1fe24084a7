import { beforeAll, describe, expect, it } from "vitest"
import { getCase } from "@/lib/case"
import { recordMeasure, reverseMeasure } from "@/lib/measure"
import { handler } from "@/lib/pipeline/react"
import { approveReferral, confirmClosing, proposeClosing, withdrawReferral } from "@/lib/referral"
import { followTip } from "@/lib/reporter"
import { getTip } from "@/lib/tip"
import { aDraft, enforcementWorld } from "@/tests/support/case"
import { deliver } from "@/tests/support/deliver"
import { acceptedTip } from "@/tests/support/factory"
import { as, reporterOf } from "@/tests/support/people"

beforeAll(enforcementWorld)

const caseOf = async (tipId: string) => {
  const { tip } = await getTip(as("cai"), { tipId })
  return (await getCase(as("cai"), { caseId: tip.caseId ?? "none" })).case
}
const stepsOf = async (tipId: string) => (await followTip(reporterOf(tipId), {})).steps
const names = async (tipId: string) => (await stepsOf(tipId)).map(({ step }) => step)

describe("the timeline of a report", () => {
  it("tells what came of its case to all its reporters, once, however often events come", async () => {
    const first = await acceptedTip({ targets: ["https://told.example/1"] })
    await deliver(handler)
    const { caseId } = await caseOf(first.tipId)
    const referral = await aDraft(caseId)
    await approveReferral(as("dan"), referral)
    const measure = { caseId, quantity: 1, takenOn: "2026-01-02", document: "Minutes 1" }
    await recordMeasure(as("cai"), { ...measure, metric: "websites-closed" })
    await recordMeasure(as("cai"), { ...measure, metric: "criminal-cases" })
    await deliver(handler)
    await deliver(handler)
    expect((await names(first.tipId)).filter((step) => step !== "screening").slice(-3)).toEqual([
      "in-case",
      "case-referred",
      "site-closed",
    ])

    const second = await acceptedTip({ targets: ["https://told.example/2"] })
    await deliver(handler)
    const steps = await stepsOf(second.tipId)
    const joined = steps.find(({ step }) => step === "in-case")
    expect(steps.slice(-2)).toEqual([
      { at: joined?.at, step: "case-referred" },
      { at: joined?.at, step: "site-closed" },
    ])

    const delivered = { caseId, referralId: referral.referralId, version: referral.version + 2 }
    await withdrawReferral(as("cai"), { ...delivered, reason: "Closed by its host itself." })
    await proposeClosing(as("cai"), {
      caseId,
      version: (await caseOf(first.tipId)).version,
      outcome: "infringement-stopped",
    })
    await confirmClosing(as("dan"), { caseId, version: (await caseOf(first.tipId)).version })
    await deliver(handler)
    for (const { tipId } of [first, second])
      expect((await names(tipId)).at(-1)).toBe("closed-infringement-stopped")
  })

  it("tells of a measure that was taken back", async () => {
    const { tipId } = await acceptedTip({ targets: ["https://mistaken.example/"] })
    await deliver(handler)
    const { caseId } = await caseOf(tipId)
    const { measureId } = await recordMeasure(as("cai"), {
      caseId,
      metric: "links-removed",
      quantity: 40,
      takenOn: "2026-01-02",
      document: "Minutes 1",
    })
    await deliver(handler)
    await reverseMeasure(as("cai"), { caseId, measureId, reason: "Of another site" })
    await deliver(handler)
    expect((await names(tipId)).slice(-2)).toEqual(["links-removed", "measure-reversed"])
  })

  it("tells nothing of a case to a report that is in none", async () => {
    const { tipId } = await acceptedTip({ targets: ["https://not-yet.example/"] })
    expect(await names(tipId)).not.toContain("case-referred")
  })
})

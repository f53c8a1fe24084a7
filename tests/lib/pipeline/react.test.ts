import { describe, expect, it } from "vitest"
import { chainFaults, eventsOf } from "@/lib/audit"
import { getCampaign } from "@/lib/campaign"
import { getCase, listCases } from "@/lib/case"
import { recordMeasure, reverseMeasure } from "@/lib/measure"
import { handler } from "@/lib/pipeline/react"
import {
  acknowledgeReferral,
  approveReferral,
  draftReferral,
  getReferral,
  listReferrals,
} from "@/lib/referral"
import { reconcileFigures } from "@/lib/statistics"
import { getTip } from "@/lib/tip"
import { enforcementWorld } from "@/tests/support/case"
import { allRecords, deliver } from "@/tests/support/deliver"
import { acceptedTip } from "@/tests/support/factory"
import { as, visitor } from "@/tests/support/people"

const campaign = "demo-2026"
const caseOf = async (tipId: string) => {
  const { tip } = await getTip(as("cai"), { tipId })
  return getCase(as("cai"), { caseId: tip.caseId ?? "none" })
}

describe("the reactions to what was done", async () => {
  await enforcementWorld()

  it("give every accepted tip exactly one case, and one case to a site, however often each record comes", async () => {
    const [first, second, other] = await Promise.all([
      acceptedTip({ targets: ["https://a.one-site.example/1"] }),
      acceptedTip({ targets: ["https://b.one-site.example/2"] }),
      acceptedTip({ targets: ["https://elsewhere.example/"] }),
    ])
    await deliver(handler)
    const records = await allRecords()
    await handler({ Records: records.toReversed() })
    await Promise.all([handler({ Records: records }), handler({ Records: records })])
    const file = await caseOf(first.tipId)
    expect(file.tips.map(({ tipId }) => tipId).toSorted()).toEqual([first.tipId, second.tipId].toSorted())
    expect(file.case.tipCount).toBe(2)
    expect((await caseOf(other.tipId)).case.caseId).not.toBe(file.case.caseId)
    expect((await listCases(as("cai"), {})).rows).toHaveLength(2)
    expect(chainFaults(await eventsOf(file.case.caseId))).toEqual([])
    expect(chainFaults(await eventsOf(first.tipId))).toEqual([])
  })

  it("make one case of a site when many of its tips are accepted at once", async () => {
    const tips = await Promise.all(
      Array.from({ length: 8 }, (_, n) => acceptedTip({ targets: [`https://surge.example/${n}`] })),
    )
    const records = await allRecords()
    await Promise.allSettled([handler({ Records: records }), handler({ Records: records.toReversed() })])
    await deliver(handler)
    const cases = new Set(await Promise.all(tips.map(async ({ tipId }) => (await caseOf(tipId)).case.caseId)))
    expect(cases.size).toBe(1)
  })

  it("join a mirror to the case of the site it names", async () => {
    const known = await acceptedTip({ targets: ["https://origin.example/"] })
    await deliver(handler)
    const mirror = await acceptedTip({ targets: ["https://mirror.example/", "https://origin.example/"] })
    await deliver(handler)
    const again = await acceptedTip({ targets: ["https://mirror.example/x"] })
    await deliver(handler)
    const ids = await Promise.all(
      [known, mirror, again].map(async ({ tipId }) => (await caseOf(tipId)).case.caseId),
    )
    expect(new Set(ids).size).toBe(1)
  })

  it("deliver an approved referral to its authority's inbox alone", async () => {
    const tip = await acceptedTip({ targets: ["https://referred.example/"] })
    await deliver(handler)
    const { caseId } = (await caseOf(tip.tipId)).case
    const { referralId } = await draftReferral(as("cai"), {
      caseId,
      authorityId: "mps",
      reason: "Criminal infringement on a commercial scale.",
    })
    await approveReferral(as("dan"), { caseId, referralId, version: 1 })
    await deliver(handler)
    const inbox = await listReferrals(as("officer"), { status: "delivered" })
    expect(inbox.rows.map((row) => row.referralId)).toContain(referralId)
    expect((await listReferrals(as("stranger"), { status: "delivered" })).rows).toEqual([])
    await expect(getReferral(as("stranger"), { caseId, referralId })).rejects.toMatchObject({
      code: "not-found",
    })
    const { referral } = await getReferral(as("officer"), { caseId, referralId })
    await acknowledgeReferral(as("officer"), { caseId, referralId, version: referral.version })
    const measure = await recordMeasure(as("officer"), {
      caseId,
      referralId,
      metric: "websites-closed",
      quantity: 1,
      takenOn: "2026-01-02",
      document: "Minutes 1",
    })
    expect(measure.campaign).toBe(campaign)
  })

  it("count every measure once, and a reversal against it", async () => {
    const tip = await acceptedTip({ targets: ["https://counted.example/"] })
    await deliver(handler)
    const { caseId } = (await caseOf(tip.tipId)).case
    const links = (quantity: number) =>
      recordMeasure(as("cai"), {
        caseId,
        metric: "links-removed",
        quantity,
        takenOn: "2026-01-02",
        document: "Minutes 1",
      })
    await links(1_000)
    const mistaken = await links(500)
    await reverseMeasure(as("cai"), { caseId, measureId: mistaken.measureId, reason: "Counted twice" })
    await deliver(handler)
    const records = await allRecords()
    await Promise.all([handler({ Records: records }), handler({ Records: records.toReversed() })])
    const { figures } = await getCampaign(visitor(), { slug: campaign })
    expect(figures.find(({ metric }) => metric === "links-removed")?.value).toBe(1_000)
    expect(await reconcileFigures(as("auditor"), {})).toMatchObject({ differences: [] })
  })
})

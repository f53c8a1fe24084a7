import { beforeAll, describe, expect, it } from "vitest"
import { eventsOf } from "@/lib/audit"
import { getCase } from "@/lib/case"
import { contextFor } from "@/lib/kernel/context"
import {
  acceptReferral,
  acknowledgeReferral,
  approveReferral,
  deliverReferral,
  draftReferral,
  getReferral,
  listCaseReferrals,
  listReferrals,
  reportReferral,
  returnReferral,
} from "@/lib/referral"
import { aCase, aDelivered, aDraft, enforcementWorld } from "@/tests/support/case"
import { as, system } from "@/tests/support/people"

describe("a referral", () => {
  beforeAll(enforcementWorld)

  it("is approved by a second person only", async () => {
    const draft = await aDraft(await aCase())
    await expect(approveReferral(as("cai"), draft)).rejects.toMatchObject({
      code: "forbidden",
      reason: "second-person",
    })
    await approveReferral(as("dan"), draft)
    const file = await getCase(as("cai"), { caseId: draft.caseId })
    expect(file.case.status).toBe("referred")
    expect(await listCaseReferrals(as("cai"), { caseId: draft.caseId })).toMatchObject([
      { status: "approved", approvedBy: { name: "Dan" } },
    ])
  })

  it("approved by two at once is approved once; the other learns by whom", async () => {
    const draft = await aDraft(await aCase())
    const twice = await Promise.allSettled([
      approveReferral(as("dan"), draft),
      approveReferral(as("dan"), draft),
    ])
    expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const lost = twice.find(({ status }) => status === "rejected")
    expect(lost).toMatchObject({
      reason: { code: "conflict", lastChange: { by: "Dan", did: "referral.approved" } },
    })
  })

  it("goes from its inbox through every step, each on record, and moves its case along", async () => {
    const caseId = await aCase()
    let { version, ...ids } = await aDelivered(caseId)
    await acknowledgeReferral(as("officer"), { ...ids, version })
    await acceptReferral(as("officer"), { ...ids, version: ++version })
    await reportReferral(as("officer"), { ...ids, version: ++version })
    const types = (await eventsOf(caseId))
      .filter(({ subject }) => subject === ids.referralId)
      .map(({ type }) => type)
    expect(types).toEqual(
      ["drafted", "approved", "delivered", "acknowledged", "accepted", "reported"].map(
        (step) => `referral.${step}`,
      ),
    )
    expect((await getCase(as("cai"), { caseId })).case.status).toBe("acting")
  })

  it("is unknown to another authority, whatever it tries", async () => {
    const seen = await aDelivered(await aCase())
    const refused = { code: "not-found", reason: "referral" }
    await expect(getReferral(as("stranger"), seen)).rejects.toMatchObject(refused)
    await expect(acknowledgeReferral(as("stranger"), seen)).rejects.toMatchObject(refused)
    const returning = returnReferral(as("stranger"), { ...seen, reason: "Not ours to decide" })
    await expect(returning).rejects.toMatchObject(refused)
    expect((await listReferrals(as("stranger"), { status: "delivered" })).rows).toEqual([])
  })

  it("is not shown to its authority before it is delivered", async () => {
    const draft = await aDraft(await aCase())
    await expect(getReferral(as("officer"), draft)).rejects.toMatchObject({ code: "not-found" })
  })

  it("is not accepted before it is acknowledged", async () => {
    const seen = await aDelivered(await aCase())
    await expect(acceptReferral(as("officer"), seen)).rejects.toMatchObject({ reason: "referral-status" })
  })

  it("is returned with a reason, which the case officers read", async () => {
    const { version, ...ids } = await aDelivered(await aCase())
    await acknowledgeReferral(as("officer"), { ...ids, version })
    await returnReferral(as("officer"), {
      ...ids,
      version: version + 1,
      reason: "The site is hosted abroad.",
    })
    const { referral } = await getReferral(as("cai"), ids)
    expect(referral).toMatchObject({ status: "returned", returnReason: "The site is hosted abroad." })
  })

  it("delivered again stays as it is", async () => {
    const seen = await aDelivered(await aCase())
    await deliverReferral(system(), seen)
    expect((await getReferral(as("cai"), seen)).referral.version).toBe(seen.version)
  })

  it("has three working days to be acknowledged, to the end of the last in Beijing", async () => {
    const draft = await aDraft(await aCase())
    await approveReferral(as("dan"), draft)
    const now = "2026-09-29T03:00:00.000Z"
    await deliverReferral(contextFor({ kind: "system", name: "test" }, { now }), draft)
    const { referral } = await getReferral(as("cai"), draft)
    // After the National Day, which is announced to last to the seventh.
    expect(referral).toMatchObject({ deliveredAt: now, dueAt: "2026-10-09T15:59:59.999Z" })
  })

  it("goes to known authorities only", async () => {
    const caseId = await aCase()
    const unknown = draftReferral(as("cai"), {
      caseId,
      authorityId: "nobody",
      reason: "Long enough a reason",
    })
    await expect(unknown).rejects.toMatchObject({
      issues: [{ path: ["authorityId"], rule: "authority-unknown" }],
    })
  })
})

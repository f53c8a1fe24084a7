import { beforeAll, describe, expect, it } from "vitest"
import {
  acceptReferral,
  acknowledgeReferral,
  approveReferral,
  draftReferral,
  editReferral,
  getReferral,
  listReferrals,
  reportReferral,
  withdrawReferral,
} from "@/lib/referral"
import { aCase, aDelivered, aDraft, enforcementWorld } from "@/tests/support/case"
import { as } from "@/tests/support/people"

const reason = "The wrong authority was chosen."

beforeAll(enforcementWorld)

describe("a draft", () => {
  it("is edited, and then approved by another than who edited it", async () => {
    const draft = await aDraft(await aCase())
    await editReferral(as("dan"), { ...draft, reason: "Hosted in the province, on a large scale." })
    const { referral } = await getReferral(as("cai"), draft)
    expect(referral).toMatchObject({
      reason: "Hosted in the province, on a large scale.",
      draftedBy: { name: "Dan" },
    })
    const { version } = referral
    await expect(approveReferral(as("dan"), { ...draft, version })).rejects.toMatchObject({
      reason: "second-person",
    })
    await approveReferral(as("cai"), { ...draft, version })
  })

  it("edited meanwhile is not approved as it was seen", async () => {
    const draft = await aDraft(await aCase())
    await editReferral(as("cai"), { ...draft, reason: "Another text than was read." })
    await expect(approveReferral(as("dan"), draft)).rejects.toMatchObject({
      code: "conflict",
      lastChange: { by: "Cai", did: "referral.edited" },
    })
  })

  it("that was approved is edited no more", async () => {
    const draft = await aDraft(await aCase())
    await approveReferral(as("dan"), draft)
    await expect(
      editReferral(as("cai"), { ...draft, version: draft.version + 1, reason }),
    ).rejects.toMatchObject({ reason: "referral-status" })
  })

  it("is edited and withdrawn by case officers alone", async () => {
    const draft = await aDraft(await aCase())
    for (const verb of [editReferral, withdrawReferral])
      for (const who of ["officer", "mei", "auditor", "administrator"] as const)
        await expect(verb(as(who), { ...draft, reason })).rejects.toMatchObject({ code: "forbidden" })
  })
})

describe("a withdrawn referral", () => {
  it("is approved no more, and never known to the authority where it was not delivered", async () => {
    const draft = await aDraft(await aCase())
    await withdrawReferral(as("cai"), { ...draft, reason })
    await expect(approveReferral(as("dan"), { ...draft, version: draft.version + 1 })).rejects.toMatchObject({
      reason: "referral-status",
    })
    await expect(getReferral(as("officer"), draft)).rejects.toMatchObject({ code: "not-found" })
    const { rows } = await listReferrals(as("officer"), { status: "withdrawn" })
    expect(rows.map(({ referralId }) => referralId)).not.toContain(draft.referralId)
  })

  it("stays in the inbox it was delivered to, with the reason, and takes no act", async () => {
    const seen = await aDelivered(await aCase())
    await withdrawReferral(as("dan"), { ...seen, reason })
    const { referral } = await getReferral(as("officer"), seen)
    expect(referral).toMatchObject({ status: "withdrawn", withdrawReason: reason })
    const { rows } = await listReferrals(as("officer"), { status: "withdrawn" })
    expect(rows.map(({ referralId }) => referralId)).toContain(seen.referralId)
    await expect(
      acknowledgeReferral(as("officer"), { ...seen, version: seen.version + 1 }),
    ).rejects.toMatchObject({ reason: "referral-status" })
  })

  it("loses against the authority that acknowledged it first", async () => {
    const seen = await aDelivered(await aCase())
    await acknowledgeReferral(as("officer"), seen)
    await expect(withdrawReferral(as("cai"), { ...seen, reason })).rejects.toMatchObject({
      code: "conflict",
      lastChange: { did: "referral.acknowledged" },
    })
  })

  it("is none that the authority has reported on", async () => {
    const { version, ...ids } = await aDelivered(await aCase())
    await acknowledgeReferral(as("officer"), { ...ids, version })
    await acceptReferral(as("officer"), { ...ids, version: version + 1 })
    await reportReferral(as("officer"), { ...ids, version: version + 2 })
    await expect(withdrawReferral(as("cai"), { ...ids, version: version + 3, reason })).rejects.toMatchObject(
      { reason: "referral-status" },
    )
  })
})

describe("a second referral to the same authority", () => {
  it("is made only by who means it", async () => {
    const caseId = await aCase()
    await aDraft(caseId)
    const again = { caseId, authorityId: "mps", reason: "New targets were found since." }
    await expect(draftReferral(as("cai"), again)).rejects.toMatchObject({
      issues: [{ path: ["authorityId"], rule: "referred-before" }],
    })
    expect(await draftReferral(as("cai"), { ...again, isAgain: true })).toMatchObject({ status: "draft" })
  })

  it("needs no such word where the first was withdrawn, or goes to another authority", async () => {
    const caseId = await aCase()
    const draft = await aDraft(caseId)
    await draftReferral(as("cai"), { caseId, authorityId: "miit", reason: "The host is theirs to close." })
    await withdrawReferral(as("cai"), { ...draft, reason })
    expect(await aDraft(caseId)).toMatchObject({ caseId })
  })
})

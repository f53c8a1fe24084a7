import { beforeAll, describe, expect, it } from "vitest"
import { registerAuthority } from "@/lib/authority"
import { getCase } from "@/lib/case"
import { messageOf } from "@/lib/delivery/message"
import { DeliveryId } from "@/lib/kernel/id"
import {
  approveReferral,
  confirmClosing,
  deliverReferral,
  draftReferral,
  getReferral,
  listCaseReferrals,
  proposeClosing,
  withdrawReferral,
} from "@/lib/referral"
import { aCase, enforcementWorld } from "@/tests/support/case"
import { as, system } from "@/tests/support/people"

const reason = "Infringement on a commercial scale."
const drafting = async (assisting: string[], isAgain = false, caseId?: string) =>
  draftReferral(as("cai"), {
    caseId: caseId ?? (await aCase()),
    authorityId: "mps",
    assisting,
    reason,
    isAgain,
  })

beforeAll(async () => {
  await enforcementWorld()
  const both = { zh: "x", en: "x" }
  for (const authorityId of ["cac", "a", "b", "c", "d"])
    await registerAuthority(system(), {
      authorityId: authorityId.padEnd(3, "-x"),
      name: both,
      competence: both,
    })
})

describe("a joint referral", () => {
  it("gives each authority one of its own, that tells all of them and who is in the lead", async () => {
    const { caseId, referralId, joint } = await drafting(["miit", "cac"])
    expect(joint?.authorities).toEqual(["mps", "miit", "cac"])
    const referrals = await listCaseReferrals(as("cai"), { caseId })
    expect(referrals.map(({ authorityId, status }) => [authorityId, status]).toSorted()).toEqual([
      ["cac", "draft"],
      ["miit", "draft"],
      ["mps", "draft"],
    ])
    expect(new Set(referrals.map((one) => one.joint?.jointId)).size).toBe(1)
    const lead = referrals.find((one) => one.referralId === referralId)
    const body =
      lead && (await messageOf("referral.delivered", DeliveryId.parse("dlv_x"), lead.draftedAt, lead))
    expect(
      JSON.parse(body ?? "{}").data.joint.map((one: { authorityId: string }) => one.authorityId),
    ).toEqual(["mps", "miit", "cac"])
  })

  it("is approved one by one, each by who has read it, and another authority's stays unknown", async () => {
    const { caseId } = await drafting(["miit"])
    const [one, other] = await listCaseReferrals(as("cai"), { caseId })
    if (!one || !other) throw new Error("two were drafted")
    await expect(approveReferral(as("cai"), one)).rejects.toMatchObject({ reason: "second-person" })
    await approveReferral(as("dan"), one)
    await deliverReferral(system(), one)
    expect((await getReferral(as("cai"), other)).referral.status).toBe("draft")
    const [mine, others] =
      one.authorityId === "mps" ? (["officer", "stranger"] as const) : (["stranger", "officer"] as const)
    expect((await getReferral(as(mine), one)).referral.joint?.authorities).toHaveLength(2)
    await expect(getReferral(as(others), one)).rejects.toMatchObject({ code: "not-found" })
  })

  it("keeps its case open until each of them has ended", async () => {
    const { caseId } = await drafting(["miit"])
    const version = async () => (await getCase(as("cai"), { caseId })).case.version
    await proposeClosing(as("cai"), { caseId, version: await version(), outcome: "unfounded" })
    const [one, other] = await listCaseReferrals(as("cai"), { caseId })
    const withdraw = (of: typeof one) =>
      of && withdrawReferral(as("cai"), { ...of, reason: "Not ours to refer after all." })
    await withdraw(one)
    const closing = async () => confirmClosing(as("dan"), { caseId, version: await version() })
    await expect(closing()).rejects.toMatchObject({ reason: "referrals-open" })
    await withdraw(other)
    await closing()
  })

  it.each([
    ["an authority twice", ["miit", "miit"], ["assisting", 1], "authority-twice"],
    ["the one in the lead beside itself", ["mps"], ["assisting", 0], "authority-twice"],
    ["one that there is not", ["miit", "nobody"], ["assisting", 1], "authority-unknown"],
    ["too many", ["miit", "cac", "a-x", "b-x", "c-x", "d-x"], ["assisting"], "too-many"],
  ])("to %s is refused, and nothing is drafted", async (_, assisting, path, rule) => {
    const caseId = await aCase()
    await expect(drafting(assisting, false, caseId)).rejects.toMatchObject({ issues: [{ path, rule }] })
    expect(await listCaseReferrals(as("cai"), { caseId })).toEqual([])
  })

  it("to one that has had the case has to be meant", async () => {
    const { caseId } = await drafting(["miit"])
    const again = { caseId, authorityId: "cac", assisting: ["miit"], reason }
    await expect(draftReferral(as("cai"), again)).rejects.toMatchObject({
      issues: [{ path: ["assisting", 0], rule: "referred-before" }],
    })
    await draftReferral(as("cai"), { ...again, isAgain: true })
  })
})

import { beforeAll, describe, expect, it } from "vitest"
import { eventsOf } from "@/lib/audit"
import { getCase, openCase } from "@/lib/case"
import {
  acknowledgeReferral,
  confirmClosing,
  draftReferral,
  proposeClosing,
  reopenCase,
  returnReferral,
  withdrawReferral,
} from "@/lib/referral"
import { aCase, aDelivered, aDraft, enforcementWorld } from "@/tests/support/case"
import { acceptedTip } from "@/tests/support/factory"
import { as, system } from "@/tests/support/people"

const reason = "A long enough reason."
const versionOf = async (caseId: string) => (await getCase(as("cai"), { caseId })).case.version
const proposed = async (caseId: string) => {
  await proposeClosing(as("cai"), { caseId, version: await versionOf(caseId), outcome: "penalised" })
  return { caseId, version: await versionOf(caseId) }
}
const closed = async (caseId: string) => {
  await confirmClosing(as("dan"), await proposed(caseId))
  return { caseId, version: await versionOf(caseId) }
}

beforeAll(enforcementWorld)

describe("a case", () => {
  it("is not closed while an authority has its referral, and is once that was withdrawn", async () => {
    const caseId = await aCase()
    const referral = await aDelivered(caseId)
    const seen = await proposed(caseId)
    await expect(confirmClosing(as("dan"), seen)).rejects.toMatchObject({
      code: "conflict",
      reason: "referrals-open",
    })
    await withdrawReferral(as("cai"), { ...referral, reason })
    await confirmClosing(as("dan"), seen)
    expect((await getCase(as("cai"), { caseId })).case).toMatchObject({
      status: "closed",
      outcome: "penalised",
    })
  })

  it("is closed when every referral was returned or reported", async () => {
    const caseId = await aCase()
    const { version, ...ids } = await aDelivered(caseId)
    await acknowledgeReferral(as("officer"), { ...ids, version })
    await returnReferral(as("officer"), { ...ids, version: version + 1, reason })
    await closed(caseId)
  })

  it("that gets a referral while it is being closed stays open", async () => {
    const caseId = await aCase()
    const seen = await proposed(caseId)
    const [closing, drafting] = await Promise.allSettled([
      confirmClosing(as("dan"), seen),
      draftReferral(as("cai"), { caseId, authorityId: "mps", reason }),
    ])
    expect([closing, drafting].filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    await aDraft(await aCase())
  })

  it("is opened again with a reason, without the old outcome, and needs two to close again", async () => {
    const caseId = await aCase()
    const seen = await closed(caseId)
    await reopenCase(as("cai"), { ...seen, reason })
    const { case: found } = await getCase(as("cai"), { caseId })
    expect(found.status).toBe("open")
    expect(found.closing).toBeUndefined()
    expect(found.outcome).toBeUndefined()
    expect((await eventsOf(caseId)).at(-1)).toMatchObject({ type: "case.reopened", data: { reason } })
    await expect(confirmClosing(as("dan"), { caseId, version: found.version })).rejects.toMatchObject({
      reason: "closing-not-proposed",
    })
    const tip = await acceptedTip({ targets: [`https://${found.site}/new`] })
    expect((await openCase(system(), { tipId: tip.tipId, campaign: found.campaign }))?.caseId).toBe(caseId)
  })

  it("is not opened again beside another of its site", async () => {
    const caseId = await aCase()
    const seen = await closed(caseId)
    const { site, campaign } = (await getCase(as("cai"), { caseId })).case
    const tip = await acceptedTip({ targets: [`https://${site}/again`] })
    await openCase(system(), { tipId: tip.tipId, campaign })
    await expect(reopenCase(as("cai"), { ...seen, reason })).rejects.toMatchObject({
      code: "conflict",
      reason: "site-in-other-case",
    })
  })

  it("is opened again by case officers alone, and only when it is closed", async () => {
    const caseId = await aCase()
    const seen = { caseId, version: await versionOf(caseId), reason }
    await expect(reopenCase(as("mei"), seen)).rejects.toMatchObject({ code: "forbidden" })
    await expect(reopenCase(as("cai"), seen)).rejects.toMatchObject({ reason: "case-status" })
  })
})

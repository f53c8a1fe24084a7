import { beforeAll, describe, expect, it } from "vitest"
import { eventsOf } from "@/lib/audit"
import { contextFor } from "@/lib/kernel/context"
import {
  acknowledgeReferral,
  countAttention,
  getReferral,
  listOverdue,
  remindOverdue,
  returnReferral,
  withdrawReferral,
} from "@/lib/referral"
import { aCase, aDelivered, enforcementWorld } from "@/tests/support/case"
import { as, type Name } from "@/tests/support/people"
import { inHours } from "@/tests/support/webhook-world"

const later = inHours(24 * 30)
const idsOf = async (who: Name, now = later) =>
  (await listOverdue(as(who, now), {})).map(({ referralId }) => referralId as string)
const remind = (now?: string) =>
  remindOverdue(contextFor({ kind: "system", name: "test" }, now ? { now } : {}), {})

beforeAll(enforcementWorld)

describe("a referral whose receipt is not acknowledged in time", () => {
  it("is listed to those who oversee all and to its own authority, until somebody acts on it", async () => {
    const seen = await aDelivered(await aCase())
    const { referralId } = seen
    expect(await idsOf("cai", inHours(1))).not.toContain(referralId)
    for (const who of ["cai", "auditor", "administrator", "officer"] as const)
      expect(await idsOf(who)).toContain(referralId)
    expect(await idsOf("stranger")).toEqual([])
    await expect(listOverdue(as("mei"), {})).rejects.toMatchObject({ code: "forbidden" })
    const before = await countAttention(as("cai", later), {})
    await acknowledgeReferral(as("officer", later), seen)
    expect(await idsOf("cai")).not.toContain(referralId)
    const { overdue } = await countAttention(as("cai", later), {})
    expect(overdue).toBe(before.overdue - 1)
  })

  it("is put on record once, and not before its time", async () => {
    const caseId = await aCase()
    const { referralId } = await aDelivered(caseId)
    const overdue = async () =>
      (await eventsOf(caseId)).filter(
        ({ type, subject }) => type === "referral.overdue" && subject === referralId,
      )
    await remind()
    expect(await overdue()).toEqual([])
    expect((await remind(later)).reminded).toBeGreaterThan(0)
    expect(await remind(later)).toEqual({ reminded: 0 })
    await Promise.all([remind(later), remind(later)])
    expect(await overdue()).toHaveLength(1)
    expect((await getReferral(as("cai"), { caseId, referralId })).referral.remindedAt).toBe(later)
  })

  it("is left alone once it was withdrawn", async () => {
    const caseId = await aCase()
    const seen = await aDelivered(caseId)
    await withdrawReferral(as("cai"), { ...seen, reason: "A mistake of ours, please stop." })
    await remind(later)
    expect((await eventsOf(caseId)).some(({ type }) => type === "referral.overdue")).toBe(false)
  })
})

it("a returned referral counts for the attention of case officers for a fortnight", async () => {
  const before = await countAttention(as("cai"), {})
  const { version, ...ids } = await aDelivered(await aCase())
  await acknowledgeReferral(as("officer"), { ...ids, version })
  await returnReferral(as("officer"), { ...ids, version: version + 1, reason: "Not ours to decide." })
  expect((await countAttention(as("cai"), {})).returned).toBe(before.returned + 1)
  expect((await countAttention(as("cai", inHours(24 * 20)), {})).returned).toBe(0)
  await expect(countAttention(as("officer"), {})).rejects.toMatchObject({ code: "forbidden" })
})

import { describe, expect, it } from "vitest"
import { eventsOf } from "@/lib/audit"
import { getCase, markDuplicate, openCase, reopenTip } from "@/lib/case"
import { followTip, numberOf } from "@/lib/reporter"
import { claimTip, declineTip, getTip } from "@/lib/tip"
import { acceptedTip, submitted } from "@/tests/support/factory"
import { as, reporterOf, system } from "@/tests/support/people"

const claimed = async () => claimTip(as("mei"), { tipId: (await submitted()).tipId })
const seenOf = ({ tipId, version }: Awaited<ReturnType<typeof claimed>>) => ({ tipId, version })
const at = (rule: string) => ({ code: "invalid", issues: [{ path: ["of"], rule }] })

describe("a duplicate", () => {
  it("points to the earlier tip, however its number is typed; the reporter learns that it is known", async () => {
    const original = await submitted()
    const { tipId, version } = await claimed()
    const of = numberOf(original.tipId).toUpperCase()
    const tip = await markDuplicate(as("mei"), { tipId, version, of })
    expect(tip).toMatchObject({ status: "duplicate", duplicateOf: original.tipId })
    expect(tip.claim).toBeUndefined()
    expect((await eventsOf(tipId)).at(-1)).toMatchObject({
      type: "tip.marked-duplicate",
      actor: { id: "mei" },
      data: { duplicateOf: original.tipId },
    })
    const followed = await followTip(reporterOf(tipId), {})
    expect(followed).toMatchObject({ status: "duplicate" })
    expect(followed.steps.at(-1)?.step).toBe("known")
    expect(JSON.stringify(followed)).not.toContain(original.tipId)
  })

  it("points to a case", async () => {
    const accepted = await acceptedTip()
    const placed = await openCase(system(), { tipId: accepted.tipId, campaign: "demo-2026" })
    const caseId = placed?.caseId ?? ""
    const { tipId, version } = await claimed()
    const tip = await markDuplicate(as("mei"), { tipId, version, of: caseId })
    expect(tip.duplicateOf).toBe(caseId)
    const { number = "" } = (await getCase(as("cai"), { caseId })).case
    const other = await claimed()
    expect(await markDuplicate(as("mei"), { ...seenOf(other), of: number })).toMatchObject({
      duplicateOf: caseId,
    })
    await expect(
      markDuplicate(as("mei"), { ...seenOf(await claimed()), of: "2026-99999" }),
    ).rejects.toMatchObject(at("duplicate-unknown"))
  })

  it("never points to nothing, to itself, to a later tip or to another duplicate", async () => {
    const first = await claimed()
    const second = await claimed()
    const mark = (tip: typeof first, of: string) =>
      markDuplicate(as("mei"), { tipId: tip.tipId, version: tip.version, of })
    await expect(mark(second, "0000-0000-0000")).rejects.toMatchObject(at("duplicate-unknown"))
    await expect(mark(second, "cas_none")).rejects.toMatchObject(at("duplicate-unknown"))
    await expect(mark(second, "no number")).rejects.toMatchObject(at("duplicate-unknown"))
    await expect(mark(second, second.tipId)).rejects.toMatchObject(at("duplicate-of-later"))
    await expect(mark(first, second.tipId)).rejects.toMatchObject(at("duplicate-of-later"))
    await mark(second, first.tipId)
    const third = await claimed()
    await expect(mark(third, second.tipId)).rejects.toMatchObject(at("duplicate-of-duplicate"))
  })

  it("is marked by the moderator who holds it, and once", async () => {
    const original = await submitted()
    const { tipId, version } = await claimed()
    const seen = { tipId, version, of: original.tipId }
    await expect(markDuplicate(as("cai"), seen)).rejects.toMatchObject({ code: "forbidden" })
    await expect(markDuplicate(as("bo"), seen)).rejects.toMatchObject({ reason: "tip-not-yours" })
    const both = await Promise.allSettled([
      markDuplicate(as("mei"), seen),
      declineTip(as("mei"), { tipId, version, reason: "abusive" }),
    ])
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const { tip } = await getTip(as("mei"), { tipId })
    await expect(markDuplicate(as("mei"), { ...seen, version: tip.version })).rejects.toMatchObject({
      reason: "tip-status",
    })
  })

  it("can be reopened", async () => {
    const original = await submitted()
    const { tipId, version } = await claimed()
    const marked = await markDuplicate(as("mei"), { tipId, version, of: original.tipId })
    const reason = "It is another film"
    const reopened = await reopenTip(as("bo"), { tipId, version: marked.version, reason })
    expect(reopened.status).toBe("received")
  })
})

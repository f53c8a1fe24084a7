import { describe, expect, it } from "vitest"
import { eventsOf, verifyFile } from "@/lib/audit"
import { getCase, markDuplicate, openCase } from "@/lib/case"
import type { TipId } from "@/lib/kernel/id"
import { reopenCase } from "@/lib/referral"
import {
  amountMaxOfCase,
  claimReward,
  collectCodeOf,
  decideReward,
  followReward,
  getReward,
  listRewards,
  payReward,
  proposeReward,
} from "@/lib/reward"
import { claimTip, declineTip, getTipRecord, listUnderSites } from "@/lib/tip"
import { acceptedTip, submitted } from "@/tests/support/factory"
import { closeCase } from "@/tests/support/listed"
import { as, reporterOf, system } from "@/tests/support/people"
import { claimedReward, joinedTip, rewarding } from "@/tests/support/reward"

const wording = "Specific, and key to the case."
const standing = async (tipId: string, now?: string) => {
  const ctx = reporterOf(tipId)
  return followReward(now ? { ...ctx, now } : ctx, {})
}
const versionOf = async (tipId: string) => (await getReward(as("auditor"), { tipId })).reward.version
const proposed = async (tipId: string, amount: number) => {
  const seen = { tipId, version: await versionOf(tipId) }
  await proposeReward(as("cai"), { ...seen, class: "second", amount, wording })
  return { tipId, version: seen.version + 1 }
}
const awarded = async (tipId: string, amount: number) =>
  decideReward(as("dan"), await proposed(tipId, amount))

describe("a reward", () => {
  it("is open to who was the first to report a site, once its case was closed and found it right", async () => {
    const first = await joinedTip("https://precedence.example/1")
    const second = await joinedTip("https://precedence.example/2")
    expect(second.caseId).toBe(first.caseId)
    expect(await standing(first.tipId)).toEqual({ is: "none" })
    await expect(claimReward(reporterOf(first.tipId), {})).rejects.toMatchObject({
      code: "conflict",
      reason: "reward-not-offered",
    })
    await closeCase(first.caseId)
    expect(await standing(first.tipId)).toMatchObject({ is: "open", sites: ["precedence.example"] })
    expect(await standing(second.tipId)).toEqual({ is: "later" })
    await expect(claimReward(reporterOf(second.tipId), {})).rejects.toMatchObject({
      code: "conflict",
      reason: "reward-not-first",
    })
    await claimReward(reporterOf(first.tipId), {})
    await claimReward(reporterOf(first.tipId), {})
    expect(await standing(first.tipId)).toMatchObject({ is: "examined" })
    expect((await eventsOf(first.tipId)).filter(({ type }) => type === "reward.claimed")).toHaveLength(1)
    expect((await listRewards(as("cai"), {})).rows.map(({ tipId }) => tipId)).toContain(first.tipId)
  })

  it("belongs to the earlier receipt, though it was decided later and as a duplicate", async () => {
    const earlier = (await submitted({ targets: ["https://earlier.example/1"] })).tipId
    await listUnderSites(system(), await getTipRecord(earlier))
    const later = await joinedTip("https://earlier.example/2")
    const { version } = await claimTip(as("mei"), { tipId: earlier })
    await markDuplicate(as("mei"), { tipId: earlier, version, of: later.caseId })
    await closeCase(later.caseId)
    expect(await standing(earlier)).toMatchObject({ is: "open", sites: ["earlier.example"] })
    expect(await standing(later.tipId)).toEqual({ is: "later" })
  })

  it("is lost to no report that was declined or came from a right holder's key", async () => {
    const declined = (await submitted({ targets: ["https://declined-first.example/"] })).tipId
    await listUnderSites(system(), await getTipRecord(declined))
    const { version } = await claimTip(as("mei"), { tipId: declined })
    await declineTip(as("mei"), { tipId: declined, version, reason: "not-enough-information" })
    const { tipId, caseId } = await joinedTip("https://declined-first.example/2")
    await closeCase(caseId)
    expect(await standing(tipId)).toMatchObject({ is: "open" })
    expect(await standing(declined)).toEqual({ is: "none" })
  })

  it("is not offered where the case was without ground, the campaign offers none, or the time is over", async () => {
    const unfounded = await joinedTip("https://unfounded-reward.example/")
    await closeCase(unfounded.caseId, { outcome: "unfounded" })
    expect(await standing(unfounded.tipId)).toEqual({ is: "none" })
    const { tipId } = await acceptedTip({ targets: ["https://no-rewards.example/"] })
    await listUnderSites(system(), await getTipRecord(tipId))
    await closeCase((await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId ?? "")
    expect(await standing(tipId)).toEqual({ is: "none" })
    const late = await joinedTip("https://late-claim.example/")
    await closeCase(late.caseId)
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
    expect(await standing(late.tipId, inDays(179))).toMatchObject({ is: "open" })
    expect(await standing(late.tipId, inDays(181))).toEqual({ is: "none" })
  })

  it("is shared by those who were the first to report the sites of one case, up to what the rules allow", async () => {
    const one = await joinedTip("https://shared-a.example/")
    const two = await joinedTip("https://shared-a.example/x", "https://shared-b.example/")
    expect(two.caseId).toBe(one.caseId)
    await closeCase(one.caseId)
    for (const { tipId } of [one, two]) await claimReward(reporterOf(tipId), {})
    expect((await getReward(as("cai"), { tipId: two.tipId })).reward.sites).toEqual(["shared-b.example"])
    await awarded(one.tipId, 60_000)
    expect((await getReward(as("cai"), { tipId: two.tipId })).left).toBe(amountMaxOfCase - 60_000)
    await expect(proposed(two.tipId, 40_001)).rejects.toMatchObject({
      issues: [{ path: ["amount"], rule: "reward-too-large", params: { max: 40_000 } }],
    })
    await awarded(two.tipId, 40_000)
  })

  it("exceeds the rules neither when two of a case are decided at the same moment", async () => {
    const one = await joinedTip("https://at-once-a.example/")
    const two = await joinedTip("https://at-once-a.example/x", "https://at-once-b.example/")
    await closeCase(one.caseId)
    for (const { tipId } of [one, two]) await claimReward(reporterOf(tipId), {})
    const both = [await proposed(one.tipId, 60_000), await proposed(two.tipId, 60_000)]
    const outcomes = await Promise.allSettled(both.map((seen) => decideReward(as("dan"), seen)))
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict", reason: "reward-exceeds" },
    })
  })

  it("is decided by another person than who proposed, and the reporter reads it with the code to collect it by", async () => {
    const { tipId, caseId } = await claimedReward("decided-reward.example")
    const seen = await proposed(tipId, 8_000)
    await expect(decideReward(as("cai"), seen)).rejects.toMatchObject({
      code: "forbidden",
      reason: "second-person",
    })
    expect(await standing(tipId)).toMatchObject({ is: "examined" })
    await decideReward(as("dan"), seen)
    const code = collectCodeOf(tipId as TipId)
    const told = { class: "second", amount: 8_000, wording, collectCode: code }
    expect(await standing(tipId)).toEqual({ is: "awarded", ...told })
    const now = { tipId, version: seen.version + 1 }
    await expect(
      payReward(as("cai"), { ...now, code: "0000-0000-0000", payment: "1-1" }),
    ).rejects.toMatchObject({
      issues: [{ path: ["code"], rule: "code-wrong" }],
    })
    await payReward(as("cai"), { ...now, code: code.toUpperCase(), payment: "2026-0031" })
    expect(await standing(tipId)).toEqual({ is: "paid", ...told })
    for (const file of [tipId, caseId])
      expect(await verifyFile(as("auditor"), { file })).toMatchObject({ faults: [] })
  })

  it("is not awarded while its case is open again, and can still be refused", async () => {
    const { tipId, caseId } = await claimedReward("reopened-reward.example")
    const seen = await proposed(tipId, 500)
    const { version } = (await getCase(as("cai"), { caseId })).case
    await reopenCase(as("cai"), { caseId, version, reason: "New evidence came to light." })
    await expect(decideReward(as("dan"), seen)).rejects.toMatchObject({
      code: "conflict",
      reason: "case-status",
    })
    await proposeReward(as("cai"), { ...seen, class: "none", wording })
    await decideReward(as("dan"), { tipId, version: seen.version + 1 })
    expect(await standing(tipId)).toEqual({ is: "refused", wording })
  })

  it("tells the later of two who propose at once what the other did", async () => {
    const { tipId } = await claimedReward("raced-reward.example")
    const seen = { tipId, version: await versionOf(tipId), wording }
    const both = await Promise.allSettled([
      proposeReward(as("cai"), { ...seen, class: "first", amount: 10 }),
      proposeReward(as("dan"), { ...seen, class: "none" }),
    ])
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict", lastChange: { did: "reward.proposed" } },
    })
  })

  it.each([
    [{ class: "first" }, "amount", "required"],
    [{ class: "first", amount: 0 }, "amount", "too-small"],
    [{ class: "first", amount: 1.5 }, "amount", "wrong-type"],
    [{ class: "fourth", amount: 5 }, "class", "not-an-option"],
    [{ class: "none", wording: "short" }, "wording", "too-short"],
    [{}, "class", "required"],
  ])("is refused as %j", async (more, field, rule) => {
    const { tipId } = await claimedReward(`refused-${field}-${rule}.example`)
    const input = { tipId, version: await versionOf(tipId), wording, ...more }
    await expect(proposeReward(as("cai"), input as never)).rejects.toMatchObject({
      code: "invalid",
      issues: [{ path: [field], rule }],
    })
  })

  it("is its reporter's own affair, and the case's", async () => {
    await expect(claimReward(as("mei"), {})).rejects.toMatchObject({ code: "forbidden" })
    for (const role of ["mei", "pia", "officer"] as const)
      await expect(listRewards(as(role), {})).rejects.toMatchObject({ code: "forbidden" })
    expect(rewarding).toBeDefined()
  })
})

import { beforeAll, describe, expect, it } from "vitest"
import { eventsOf } from "@/lib/audit"
import { importCampaign, openCampaign } from "@/lib/campaign"
import { reopenTip } from "@/lib/case"
import { submitTip } from "@/lib/reporter"
import { acceptTip, claimTip, declineTip, getTip, releaseTip } from "@/lib/tip"
import { aTip, runningCampaign, submitted } from "@/tests/support/factory"
import { as, system } from "@/tests/support/people"

const claimed = async () => {
  const { tipId } = await submitted()
  return claimTip(as("mei"), { tipId })
}
const campaign = "demo-2026"
const real = { slug: "real", year: 2026, name: { zh: "行动", en: "Campaign" }, agencies: ["mps"], focus: [] }
const past = { ...real, slug: "past", figures: [] }

describe("a claim", () => {
  it("goes to one of two who ask at once; the other learns who and when", async () => {
    const { tipId } = await submitted()
    const [one, two] = await Promise.allSettled([
      claimTip(as("mei"), { tipId }),
      claimTip(as("bo"), { tipId }),
    ])
    const won = [one, two].filter(({ status }) => status === "fulfilled")
    const lost = [one, two].find(({ status }) => status === "rejected")
    expect(won).toHaveLength(1)
    expect(lost).toMatchObject({
      reason: { code: "conflict", lastChange: { did: "tip.claimed", at: expect.any(String) } },
    })
    expect(["Mei", "Bo"]).toContain((await getTip(as("auditor"), { tipId })).tip.claim?.name)
  })

  it("binds others while its lease lasts, and no longer", async () => {
    const { tipId } = await claimed()
    await expect(claimTip(as("bo"), { tipId })).rejects.toMatchObject({
      reason: "tip-claimed",
      lastChange: { by: "Mei" },
    })
    const later = new Date(Date.now() + 11 * 60_000).toISOString()
    expect((await claimTip(as("bo", later), { tipId })).claim?.name).toBe("Bo")
  })

  it("is given back by its holder only", async () => {
    const { tipId, version } = await claimed()
    await expect(releaseTip(as("bo"), { tipId, version })).rejects.toMatchObject({ reason: "tip-not-yours" })
    expect(await releaseTip(as("mei"), { tipId, version })).toMatchObject({ status: "received" })
    expect((await getTip(as("mei"), { tipId })).tip.claim).toBeUndefined()
  })
})

describe("a decision", () => {
  beforeAll(runningCampaign)

  it("takes a tip into a running campaign only, and a demo tip into a demo only", async () => {
    await importCampaign(system(), past)
    await openCampaign(system(), { ...real, slug: "real" })
    const { tipId } = await submitTip(system(), aTip({ demo: true }))
    const { version } = await claimTip(as("mei"), { tipId })
    const into = (slug: string) => acceptTip(as("mei"), { tipId, version, campaign: slug })
    const at = (rule: string) => ({ issues: [{ path: ["campaign"], rule }] })
    await expect(into("nowhere")).rejects.toMatchObject(at("campaign-unknown"))
    await expect(into("past")).rejects.toMatchObject(at("campaign-not-running"))
    await expect(into("real")).rejects.toMatchObject(at("campaign-not-demo"))
    expect(await into(campaign)).toMatchObject({ status: "accepted" })
  })

  it("is recorded with who made it", async () => {
    const { tipId, version } = await claimed()
    await acceptTip(as("mei"), { tipId, version, campaign })
    const last = (await eventsOf(tipId)).at(-1)
    expect(last).toMatchObject({ type: "tip.accepted", actor: { id: "mei" }, data: { campaign } })
  })

  it("needs the claim", async () => {
    const { tipId, version } = await claimed()
    await expect(acceptTip(as("bo"), { tipId, version, campaign })).rejects.toMatchObject({
      reason: "tip-not-yours",
    })
  })

  it("made twice at once counts once; the loser learns what the winner did", async () => {
    const { tipId, version } = await claimed()
    const both = await Promise.allSettled([
      acceptTip(as("mei"), { tipId, version, campaign }),
      declineTip(as("mei"), { tipId, version, reason: "site-gone" }),
    ])
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const lastChange = both.flatMap((one) => (one.status === "rejected" ? [one.reason.lastChange] : []))
    expect(lastChange).toEqual([
      { by: "Mei", at: expect.any(String), did: expect.stringMatching(/^tip\.(acc|decl)/) },
    ])
  })

  it("is refused on a tip that is decided", async () => {
    const { tipId, version } = await claimed()
    const declined = await declineTip(as("mei"), { tipId, version, reason: "site-gone", note: "404" })
    await expect(acceptTip(as("mei"), { tipId, version: declined.version, campaign })).rejects.toMatchObject({
      code: "conflict",
      reason: "tip-status",
    })
  })

  it("can be reopened with a reason, which stays on record", async () => {
    const { tipId, version } = await claimed()
    const declined = await declineTip(as("mei"), { tipId, version, reason: "site-gone" })
    const reopened = await reopenTip(as("bo"), {
      tipId,
      version: declined.version,
      reason: "It is back online",
    })
    expect(reopened.status).toBe("received")
    expect((await eventsOf(tipId)).at(-1)?.data).toEqual({ reason: "It is back online" })
  })
})

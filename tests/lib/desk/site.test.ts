import { beforeAll, describe, expect, it } from "vitest"
import { getCase } from "@/lib/case"
import { decideMany, decideSite, reopenMany, viewSite } from "@/lib/desk"
import { TipId } from "@/lib/kernel/id"
import { handler as react } from "@/lib/pipeline/react"
import { askReporter, claimTip, getTip } from "@/lib/tip"
import { deliver } from "@/tests/support/deliver"
import { runningCampaign, submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

let sites = 0
const newSite = () => {
  sites += 1
  return `site-page-${sites}.example`
}
/** Tips of one site, oldest first, listed under it. */
const tipsOn = async (site: string, count: number) => {
  const tips: { tipId: TipId; version: number }[] = []
  for (let at = 0; at < count; at++) {
    const { tipId } = await submitted({ targets: [`https://${site}/${at}`] })
    tips.push({ tipId: TipId.parse(tipId), version: 1 })
  }
  await deliver(react)
  return tips
}
const tipOf = async (tipId: string) => (await getTip(as("mei"), { tipId })).tip
const accept = { act: "accept", campaign: "demo-2026" } as const
const decline = { act: "decline", reason: "not-infringing" } as const

beforeAll(runningCampaign)

describe("the page of a site", () => {
  it("shows its tips oldest first, a page at a time, and counts them by status and day", async () => {
    const site = newSite()
    const tips = await tipsOn(site, 27)
    await decideMany(as("mei"), { tips: tips.slice(0, 2), decision: decline })
    const first = await viewSite(as("mei"), { site })
    expect(first.tips.rows.map(({ tipId }) => tipId)).toEqual(tips.slice(0, 25).map(({ tipId }) => tipId))
    const second = await viewSite(as("mei"), { site, cursor: first.tips.next })
    expect(second.tips.rows.map(({ tipId }) => tipId)).toEqual(tips.slice(25).map(({ tipId }) => tipId))
    expect(first.counted).toMatchObject({ tips: 27, isAll: true, byStatus: { received: 25, declined: 2 } })
    expect(first.counted.byDay.reduce((sum, { count }) => sum + count, 0)).toBe(27)
  })

  it("lists a tip once, though its event comes twice, and under each of its sites", async () => {
    const [one, two] = [newSite(), newSite()]
    const { tipId } = await submitted({ targets: [`https://${one}/`, `https://${two}/`] })
    await deliver(react)
    await deliver(react)
    for (const site of [one, two])
      expect((await viewSite(as("auditor"), { site })).tips.rows.map((row) => row.tipId)).toEqual([tipId])
  })

  it("tells capitals apart where a platform does", async () => {
    for (const share of ["AbC123xyz", "abc123XYZ"])
      await submitted({ targets: [`https://pan.baidu.com/s/1${share}`] })
    await deliver(react)
    const { sites: read } = await tipOf(
      (await submitted({ targets: ["https://pan.baidu.com/s/1AbC123xyz"] })).tipId,
    )
    const { tips } = await viewSite(as("mei"), { site: read[0] ?? "" })
    expect(tips.rows).toHaveLength(1)
  })

  it("knows the open case and its mirrors", async () => {
    const [site, mirror] = [newSite(), newSite()]
    const { tipId } = await submitted({ targets: [`https://${site}/`, `https://${mirror}/`] })
    await deliver(react)
    await decideMany(as("mei"), { tips: [{ tipId, version: 1 }], decision: accept })
    await deliver(react)
    const { cases, mirrors } = await viewSite(as("cai"), { site })
    expect(cases).toHaveLength(1)
    expect(mirrors).toEqual([mirror])
  })

  it("is read by the staff of the desk alone", async () => {
    for (const name of ["officer", "pia"] as const)
      await expect(viewSite(as(name), { site: "x.example" })).rejects.toMatchObject({ code: "forbidden" })
  })
})

describe("several tips at once", () => {
  it("join one case when they are accepted", async () => {
    const site = newSite()
    const tips = await tipsOn(site, 5)
    const outcomes = await decideMany(as("mei"), { tips, decision: accept })
    expect(outcomes.every(({ version }) => version !== undefined)).toBe(true)
    await deliver(react)
    const { cases } = await viewSite(as("mei"), { site })
    expect(cases).toMatchObject([{ tipCount: 5 }])
  })

  it("are decided each by itself: one that somebody holds or has changed is left alone and named", async () => {
    const tips = await tipsOn(newSite(), 4)
    const [held, changed, gone] = tips
    await claimTip(as("bo"), { tipId: held?.tipId ?? "" })
    await claimTip(as("bo"), { tipId: changed?.tipId ?? "" })
    const missing = { tipId: "tip_none", version: 1 }
    const outcomes = await decideMany(as("mei"), { tips: [...tips, missing], decision: decline })
    expect(outcomes.map(({ refused }) => refused?.code)).toEqual([
      "conflict",
      "conflict",
      undefined,
      undefined,
      "not-found",
    ])
    expect(await tipOf(held?.tipId ?? "")).toMatchObject({ status: "screening", claim: { name: "Bo" } })
    expect((await tipOf(gone?.tipId ?? "")).status).toBe("declined")
  })

  it("are decided once by two who decide the same at the same time", async () => {
    const tips = await tipsOn(newSite(), 6)
    const [one, two] = await Promise.all([
      decideMany(as("mei"), { tips, decision: accept }),
      decideMany(as("bo"), { tips, decision: decline }),
    ])
    for (const [at, { tipId }] of tips.entries()) {
      expect([one[at]?.version, two[at]?.version].filter((version) => version !== undefined)).toHaveLength(1)
      expect((await tipOf(tipId)).status).toBe(one[at]?.version === undefined ? "declined" : "accepted")
    }
  })

  it("give a tip back whose decision was refused", async () => {
    const [first, later] = await tipsOn(newSite(), 2)
    const outcomes = await decideMany(as("mei"), {
      tips: first ? [first] : [],
      decision: { act: "duplicate", of: later?.tipId ?? "" },
    })
    expect(outcomes[0]?.refused?.issues).toMatchObject([{ rule: "duplicate-of-later" }])
    expect(await tipOf(first?.tipId ?? "")).toMatchObject({ status: "received" })
  })

  it("are refused as a whole where the decision itself is wrong, and none is touched", async () => {
    const tips = await tipsOn(newSite(), 2)
    const wrong = { act: "accept", campaign: "none-such" } as const
    await expect(decideMany(as("mei"), { tips, decision: wrong })).rejects.toMatchObject({
      issues: [{ rule: "campaign-unknown" }],
    })
    for (const { tipId } of tips) expect((await tipOf(tipId)).status).toBe("received")
  })

  it("are taken back, also when their case has taken them in; what changed since is left alone", async () => {
    const site = newSite()
    const tips = await tipsOn(site, 3)
    const outcomes = await decideMany(as("mei"), { tips, decision: accept })
    await deliver(react)
    const done = outcomes.flatMap(({ tipId, version }) => (version ? [{ tipId, version }] : []))
    const reason = "a slip of the hand"
    const [other] = done
    await reopenMany(as("bo"), { tips: other ? [other] : [], act: "accept", reason })
    const undone = await reopenMany(as("mei"), { tips: done, act: "accept", reason })
    expect(undone.map(({ refused }) => refused?.code)).toEqual(["conflict", undefined, undefined])
    for (const { tipId } of tips) expect((await tipOf(tipId)).status).toBe("received")
    const { cases } = await viewSite(as("mei"), { site })
    const { events } = await getCase(as("cai"), { caseId: cases[0]?.caseId ?? "" })
    expect(events.filter(({ type }) => type === "case.tip-left")).toHaveLength(3)
  })

  it("are decided by moderators alone", async () => {
    for (const name of ["cai", "officer", "pia", "auditor", "administrator"] as const) {
      const tips = [{ tipId: "tip_1", version: 1 }]
      await expect(decideMany(as(name), { tips, decision: decline })).rejects.toMatchObject({
        code: "forbidden",
      })
      await expect(decideSite(as(name), { site: "a.example", decision: decline })).rejects.toMatchObject({
        code: "forbidden",
      })
      await expect(
        reopenMany(as(name), { tips, act: "decline", reason: "long enough" }),
      ).rejects.toMatchObject({
        code: "forbidden",
      })
    }
  })
})

describe("all that wait of a site", () => {
  it("are decided in several calls, without those that others hold or reporters may answer", async () => {
    const site = newSite()
    const tips = await tipsOn(site, 60)
    const [held, asked] = tips
    await claimTip(as("bo"), { tipId: held?.tipId ?? "" })
    const { version } = await claimTip(as("bo"), { tipId: asked?.tipId ?? "" })
    await askReporter(as("bo"), { tipId: asked?.tipId ?? "", version, question: "On which page?" })
    let cursor: string | undefined
    let calls = 0
    do {
      const { next } = await decideSite(as("mei"), { site, cursor, decision: decline })
      cursor = next
      calls += 1
    } while (cursor)
    expect(calls).toBe(3)
    const { counted } = await viewSite(as("mei"), { site })
    expect(counted.byStatus).toEqual({ declined: 58, screening: 1, "awaiting-reporter": 1 })
  })
})

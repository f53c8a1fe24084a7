import { beforeAll, describe, expect, it } from "vitest"
import { eventsOf, verifyFile } from "@/lib/audit"
import { getCase, moveTips, openByHand, openCase } from "@/lib/case"
import { TipId } from "@/lib/kernel/id"
import { mergeCases, withdrawReferral } from "@/lib/referral"
import { followTip } from "@/lib/reporter"
import { getTip } from "@/lib/tip"
import { aDelivered, aDraft, enforcementWorld } from "@/tests/support/case"
import { acceptedTip } from "@/tests/support/factory"
import { closeCase } from "@/tests/support/listed"
import { as, reporterOf, system } from "@/tests/support/people"

const reason = "They belong together."
const campaign = "demo-2026"
let sites = 0
const newSite = () => {
  sites += 1
  return `regroup-${sites}.example`
}
const tipOn = async (...hosts: string[]) => {
  const { tipId } = await acceptedTip({ targets: hosts.map((host) => `https://${host}/`) })
  const caseId = (await openCase(system(), { tipId, campaign }))?.caseId ?? "none"
  return { tipId: TipId.parse(tipId), caseId }
}
const fileOf = async (caseId: string) => getCase(as("cai"), { caseId })
const seen = async (caseId: string) => ({ caseId, version: (await fileOf(caseId)).case.version })
const whole = async (...files: string[]) => {
  for (const file of files) expect((await verifyFile(as("auditor"), { file })).faults).toEqual([])
}

beforeAll(enforcementWorld)

describe("tips of a case", () => {
  it("move into another, with the sites that they alone name, and new tips of those follow", async () => {
    const [site, mirror, other] = [newSite(), newSite(), newSite()]
    const stays = await tipOn(site)
    const moves = await tipOn(site, mirror)
    const { caseId: to } = await tipOn(other)
    expect(moves.caseId).toBe(stays.caseId)
    await moveTips(as("cai"), { ...(await seen(stays.caseId)), tipIds: [moves.tipId], to, reason })
    const [left, joined] = [await fileOf(stays.caseId), await fileOf(to)]
    expect(left.case).toMatchObject({ tipCount: 1, sites: [site] })
    expect(joined.case).toMatchObject({ tipCount: 2, sites: [other, mirror] })
    expect(joined.tips.map(({ tipId }) => tipId)).toContain(moves.tipId)
    expect((await tipOn(mirror)).caseId).toBe(to)
    expect((await tipOn(site)).caseId).toBe(stays.caseId)
    await whole(stays.caseId, to, moves.tipId)
  })

  it("split off into a new case, which has a number of its own", async () => {
    const [site, mirror] = [newSite(), newSite()]
    const stays = await tipOn(site)
    const moves = await tipOn(site, mirror)
    const to = await moveTips(as("cai"), {
      ...(await seen(stays.caseId)),
      tipIds: [moves.tipId],
      to: "",
      reason,
    })
    const { case: split } = await fileOf(to)
    expect(split).toMatchObject({ status: "open", site: mirror, sites: [mirror], tipCount: 1 })
    expect(split.number).not.toBe((await fileOf(stays.caseId)).case.number)
    expect((await getTip(as("mei"), { tipId: moves.tipId })).tip.caseId).toBe(to)
    expect((await tipOn(mirror)).caseId).toBe(to)
  })

  it("are named by number as well, and the reporter reads on", async () => {
    const [a, b] = [await tipOn(newSite()), await tipOn(newSite())]
    const { number = "" } = (await fileOf(b.caseId)).case
    await moveTips(as("cai"), { ...(await seen(a.caseId)), tipIds: [a.tipId], to: number, reason })
    const { steps, status } = await followTip(reporterOf(a.tipId), {})
    expect(status).toBe("accepted")
    expect(steps.map(({ step }) => step)).toContain("in-case")
  })

  it("stay where they are when anything is wrong", async () => {
    const [a, b] = [await tipOn(newSite()), await tipOn(newSite())]
    const closed = await closeCase((await tipOn(newSite())).caseId)
    const from = await seen(a.caseId)
    const move = (change: object) =>
      moveTips(as("cai"), { ...from, tipIds: [a.tipId], to: b.caseId, reason, ...change })
    await expect(move({ to: "1999-00001" })).rejects.toMatchObject({ issues: [{ rule: "case-unknown" }] })
    await expect(move({ to: a.caseId })).rejects.toMatchObject({ issues: [{ rule: "same-case" }] })
    await expect(move({ tipIds: [b.tipId] })).rejects.toMatchObject({ issues: [{ rule: "tip-not-in-case" }] })
    await expect(move({ to: closed.caseId })).rejects.toMatchObject({ reason: "case-status" })
    await expect(move({ version: from.version - 1 })).rejects.toMatchObject({ code: "conflict" })
    for (const name of ["mei", "officer", "administrator"] as const)
      await expect(
        moveTips(as(name), { ...from, tipIds: [a.tipId], to: b.caseId, reason }),
      ).rejects.toMatchObject({ code: "forbidden" })
    expect((await fileOf(a.caseId)).case).toMatchObject({ tipCount: 1, version: from.version })
  })

  it("are moved by one of two at a time", async () => {
    const [a, b] = [await tipOn(newSite()), await tipOn(newSite())]
    const from = await seen(a.caseId)
    const results = await Promise.allSettled(
      [b.caseId, ""].map((to) => moveTips(as("cai"), { ...from, tipIds: [a.tipId], to, reason })),
    )
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
  })
})

describe("a case", () => {
  it("is merged into another with all its tips and sites, and closed without an outcome", async () => {
    const [site, mirror] = [newSite(), newSite()]
    const first = await tipOn(site)
    for (let more = 0; more < 6; more++) await tipOn(site, mirror)
    const other = await tipOn(newSite())
    await mergeCases(as("cai"), { ...(await seen(first.caseId)), to: other.caseId, reason })
    const [merged, into] = [await fileOf(first.caseId), await fileOf(other.caseId)]
    expect(merged.case).toMatchObject({ status: "closed", tipCount: 0, sites: [], mergedInto: other.caseId })
    expect(merged.case.outcome).toBeUndefined()
    expect(into.case.tipCount).toBe(8)
    expect(into.case.sites).toEqual(expect.arrayContaining([site, mirror]))
    expect((await tipOn(site)).caseId).toBe(other.caseId)
    await whole(first.caseId, other.caseId)
  })

  it("is not merged while an authority has its referral", async () => {
    const [a, b] = [await tipOn(newSite()), await tipOn(newSite())]
    const referral = await aDelivered(a.caseId)
    const merge = async () => mergeCases(as("cai"), { ...(await seen(a.caseId)), to: b.caseId, reason })
    await expect(merge()).rejects.toMatchObject({ reason: "referrals-open" })
    await withdrawReferral(as("cai"), { ...referral, reason: "It goes with the other case." })
    await merge()
  })

  it("without a tip hands its site on when it is merged, and tips that come later join the other", async () => {
    const [site, other] = [newSite(), await tipOn(newSite())]
    const caseId = await openByHand(as("cai"), { typed: site, campaign, reason })
    await mergeCases(as("cai"), { ...(await seen(caseId)), to: other.caseId, reason })
    expect((await fileOf(caseId)).case).toMatchObject({
      status: "closed",
      sites: [],
      mergedInto: other.caseId,
    })
    expect((await fileOf(other.caseId)).case.sites).toContain(site)
    expect((await tipOn(site)).caseId).toBe(other.caseId)
    await whole(caseId, other.caseId)
  })

  it("is merged by case officers alone, as they saw it", async () => {
    const [a, b] = [await tipOn(newSite()), await tipOn(newSite())]
    const merge = { ...(await seen(a.caseId)), to: b.caseId, reason }
    for (const name of ["mei", "officer", "auditor", "administrator"] as const)
      await expect(mergeCases(as(name), merge)).rejects.toMatchObject({ code: "forbidden" })
    const stale = mergeCases(as("cai"), { ...merge, version: merge.version - 1 })
    await expect(stale).rejects.toMatchObject({ code: "conflict" })
    expect((await fileOf(a.caseId)).case).toMatchObject({ status: "open", tipCount: 1 })
  })

  it("is not closed by a merge during which a referral of it was drafted", async () => {
    const [site, other] = [newSite(), await tipOn(newSite())]
    const first = await tipOn(site)
    for (let more = 0; more < 8; more++) await tipOn(site)
    const merging = mergeCases(as("cai"), { ...(await seen(first.caseId)), to: other.caseId, reason })
    await new Promise((resolve) => setTimeout(resolve, 15))
    const [, drafting] = await Promise.allSettled([merging, aDraft(first.caseId)])
    const { status } = (await fileOf(first.caseId)).case
    expect(status === "closed" && drafting.status === "fulfilled").toBe(false)
  })

  it("is opened by hand for a site without a tip, and tips that come later join it", async () => {
    const site = newSite()
    const caseId = await openByHand(as("cai"), { typed: `https：//${site}/x`, campaign, reason })
    expect((await fileOf(caseId)).case).toMatchObject({ status: "open", sites: [site], tipCount: 0 })
    expect((await tipOn(site)).caseId).toBe(caseId)
    expect((await eventsOf(caseId)).map(({ type }) => type)).toContain("case.opened-by-hand")
    await expect(openByHand(as("cai"), { typed: site, campaign, reason })).rejects.toMatchObject({
      reason: "site-in-other-case",
    })
    await expect(openByHand(as("mei"), { typed: newSite(), campaign, reason })).rejects.toMatchObject({
      code: "forbidden",
    })
    for (const [change, rule] of [
      [{ typed: "http://10.0.0.1/" }, "url-private"],
      [{ typed: "a-x.example b-x.example" }, "one-site"],
      [{ campaign: "none" }, "campaign-unknown"],
    ] as const)
      await expect(
        openByHand(as("cai"), { typed: newSite(), campaign, reason, ...change }),
      ).rejects.toMatchObject({ issues: [{ rule }] })
  })
})

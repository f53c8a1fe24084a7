import { beforeAll, expect, it } from "vitest"
import { verifyFile } from "@/lib/audit"
import { getCase, moveTips, openByHand, openCase, undoMerge } from "@/lib/case"
import { TipId } from "@/lib/kernel/id"
import { mergeCases, reopenCase } from "@/lib/referral"
import { enforcementWorld } from "@/tests/support/case"
import { acceptedTip } from "@/tests/support/factory"
import { closeCase } from "@/tests/support/listed"
import { as, system } from "@/tests/support/people"

beforeAll(enforcementWorld)

const reason = "They belong together."
const back = "They do not belong together."
let sites = 0
const newSite = () => {
  sites += 1
  return `undone-${sites}.example`
}
const tipOn = async (...hosts: string[]) => {
  const { tipId } = await acceptedTip({ targets: hosts.map((host) => `https://${host}/`) })
  const caseId = (await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId ?? "none"
  return { tipId: TipId.parse(tipId), caseId }
}
const caseOf = async (caseId: string) => (await getCase(as("cai"), { caseId })).case
const seen = async (caseId: string) => ({ caseId, version: (await caseOf(caseId)).version })
const merged = async (from: string, to: string) =>
  mergeCases(as("cai"), { ...(await seen(from)), to, reason })
const undone = async (caseId: string, who: "cai" | "mei" | "officer" = "cai") =>
  undoMerge(as(who), { ...(await seen(caseId)), reason: back })

it("a merge that is taken back brings the tips and sites home, and leaves what came since", async () => {
  const [site, mirror, other] = [newSite(), newSite(), newSite()]
  const first = await tipOn(site)
  for (let more = 0; more < 6; more++) await tipOn(site, mirror)
  const into = (await tipOn(other)).caseId
  await merged(first.caseId, into)
  const since = await tipOn(other)
  expect(await undone(first.caseId)).toBe(into)
  expect(await caseOf(first.caseId)).toMatchObject({ status: "open", tipCount: 7 })
  expect((await caseOf(first.caseId)).mergedInto).toBeUndefined()
  expect((await caseOf(first.caseId)).sites.toSorted()).toEqual([site, mirror].toSorted())
  expect(await caseOf(into)).toMatchObject({ tipCount: 2, sites: [other] })
  expect([(await tipOn(mirror)).caseId, since.caseId]).toEqual([first.caseId, into])
  for (const file of [first.caseId, into])
    expect((await verifyFile(as("auditor"), { file })).faults).toEqual([])
})

it("a case without a tip gets its site back", async () => {
  const site = newSite()
  const into = (await tipOn(newSite())).caseId
  const caseId = await openByHand(as("cai"), { typed: `https://${site}/`, campaign: "demo-2026", reason })
  await merged(caseId, into)
  await undone(caseId)
  expect((await caseOf(caseId)).sites).toEqual([site])
  expect((await caseOf(into)).sites).not.toContain(site)
  expect((await tipOn(site)).caseId).toBe(caseId)
})

it("what was moved before, for another reason, or on to a third case, is not moved", async () => {
  const [a, b, c] = [newSite(), newSite(), newSite()]
  const [stays, goes, onward] = [await tipOn(a), await tipOn(a, b), await tipOn(a, c)]
  const [into, third] = [(await tipOn(newSite())).caseId, (await tipOn(newSite())).caseId]
  const move = async (from: string, tipId: TipId, to: string) =>
    moveTips(as("cai"), { ...(await seen(from)), tipIds: [tipId], to, reason: "This one alone." })
  await move(stays.caseId, goes.tipId, into)
  await merged(stays.caseId, into)
  await move(into, onward.tipId, third)
  await undone(stays.caseId)
  const tipsOf = async (caseId: string) =>
    (await getCase(as("cai"), { caseId })).tips.map(({ tipId }) => tipId)
  expect(await tipsOf(stays.caseId)).toEqual([stays.tipId])
  expect(await tipsOf(into)).toContain(goes.tipId)
  expect(await tipsOf(third)).toContain(onward.tipId)
})

it("is undone once, by case officers, while the other case is open", async () => {
  const [a, b] = [await tipOn(newSite()), await tipOn(newSite())]
  await expect(undone(a.caseId)).rejects.toMatchObject({ reason: "case-not-merged" })
  await merged(a.caseId, b.caseId)
  for (const who of ["mei", "officer"] as const)
    await expect(undone(a.caseId, who)).rejects.toMatchObject({ code: "forbidden" })
  const asSeen = { ...(await seen(a.caseId)), reason: back }
  const stale = undoMerge(as("cai"), { ...asSeen, version: asSeen.version - 1 })
  await expect(stale).rejects.toMatchObject({ code: "conflict" })
  await closeCase(b.caseId)
  await expect(undoMerge(as("cai"), asSeen)).rejects.toMatchObject({ reason: "case-status" })
  await reopenCase(as("cai"), { ...(await seen(b.caseId)), reason: back })
  const both = await Promise.allSettled([undoMerge(as("cai"), asSeen), undoMerge(as("dan"), asSeen)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
  expect(await caseOf(a.caseId)).toMatchObject({ status: "open", tipCount: 1 })
})

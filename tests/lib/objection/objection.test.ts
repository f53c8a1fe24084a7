import { beforeAll, describe, expect, it } from "vitest"
import { eventsOf, verifyFile } from "@/lib/audit"
import { getCase } from "@/lib/case"
import type { Person } from "@/lib/kernel/actor"
import { contextFor } from "@/lib/kernel/context"
import { CaseId } from "@/lib/kernel/id"
import { originOf } from "@/lib/limits"
import { listCaseMeasures, recordMeasure } from "@/lib/measure"
import {
  answerObjection,
  decideObjection,
  dueAt,
  followObjection,
  getObjection,
  listObjections,
  submitObjection,
} from "@/lib/objection"
import { reopenCase } from "@/lib/referral"
import { checkSite, syncListedSites } from "@/lib/site-list"
import { enforcementWorld } from "@/tests/support/case"
import { aListedSite, closeCase } from "@/tests/support/listed"
import { as, system, visitor } from "@/tests/support/people"

const origin = originOf("192.0.2.9", new Date().toISOString())
const text = "We hold a licence for everything that is offered there."
const wording = "The licence was checked and is valid."
/** Who had no part in closing a case. */
const eva: Person = { kind: "person", id: "eva", name: "Eva", roles: ["case-officer"] }
const asEva = () => contextFor(eva)

let keys = 0
const objectionTo = async (typed: string) => {
  keys += 1
  const receipt = await submitObjection(visitor(), {
    typed,
    text,
    locale: "en",
    key: `objection-test-${keys}`.padEnd(20, "0"),
    origin,
  })
  const objectionId = `obj_${receipt.number.replaceAll("-", "")}`
  return { ...receipt, objectionId }
}
const seen = async (objectionId: string) => {
  const { objection } = await getObjection(as("cai"), { objectionId })
  return { objectionId, version: objection.version }
}
const standingOf = async (site: string) =>
  (await checkSite(visitor(), { typed: site, origin })).standing?.status

beforeAll(enforcementWorld)

describe("an objection", () => {
  it("is taken for a listed site alone, once for the same form, and opened by its code", async () => {
    await aListedSite("objected-1.example")
    const sent = {
      typed: "https://objected-1.example/x",
      text,
      locale: "zh" as const,
      key: "k".repeat(20),
      origin,
    }
    const [one, two] = await Promise.all([submitObjection(visitor(), sent), submitObjection(visitor(), sent)])
    expect(one).toEqual(two)
    const followed = await followObjection(visitor(), { ...one, origin })
    expect(followed).toMatchObject({ status: "received", site: "objected-1.example", text })
    expect(JSON.stringify(followed)).not.toMatch(/cas_|Cai|Dan/)
    for (const wrong of [{ code: "0000-0000-0000-0000" }, { number: "7k3m-9qx2-abcd" }])
      await expect(followObjection(visitor(), { ...one, ...wrong, origin })).rejects.toMatchObject({
        code: "not-found",
        reason: "objection-unknown",
      })
    await expect(objectionTo("never-listed.example")).rejects.toMatchObject({
      issues: [{ path: ["typed"], rule: "not-listed" }],
    })
  })

  it("that is right takes the site off the list and reverses the measures against it, and no others", async () => {
    const { caseId } = await aListedSite("objected-2.example")
    const closure = { caseId, metric: "websites-closed" as const, takenOn: "2026-01-02", document: "No. 1" }
    const lateReason = "Came in after the end"
    const against = await recordMeasure(as("cai"), {
      ...closure,
      quantity: 1,
      site: "objected-2.example",
      lateReason,
    })
    await recordMeasure(as("cai"), { ...closure, quantity: 2, lateReason })
    const { objectionId } = await objectionTo("objected-2.example")
    await decideObjection(asEva(), { ...(await seen(objectionId)), outcome: "uphold", wording })
    expect(await standingOf("objected-2.example")).toBe("removed")
    const measures = await listCaseMeasures(as("cai"), { caseId })
    expect(measures.filter(({ reverses }) => reverses)).toMatchObject([
      { reverses: against.measureId, quantity: -1 },
    ])
    expect(measures.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(2)
    expect((await eventsOf(objectionId)).at(-1)).toMatchObject({
      type: "objection.decided",
      data: { outcome: "uphold", reversed: [against.measureId] },
    })
    // An event of the case that comes again does not list it anew.
    await syncListedSites(system(), { caseId })
    expect(await standingOf("objected-2.example")).toBe("removed")
    for (const file of [objectionId, caseId])
      expect((await verifyFile(as("auditor"), { file })).faults).toEqual([])
  })

  it("does not keep a site off the list that two people confirm anew", async () => {
    const { caseId, version } = await aListedSite("objected-3.example")
    const { objectionId } = await objectionTo("objected-3.example")
    await decideObjection(asEva(), { ...(await seen(objectionId)), outcome: "uphold", wording })
    await reopenCase(as("cai"), { caseId, version, reason: "New evidence has come." })
    await syncListedSites(system(), { caseId })
    await closeCase(caseId, { sites: ["objected-3.example"] })
    expect(await standingOf("objected-3.example")).toBe("listed")
  })

  it("is decided by nobody who confirmed the site", async () => {
    const { caseId } = await aListedSite("objected-4.example")
    const { objectionId } = await objectionTo("objected-4.example")
    for (const name of ["cai", "dan"] as const)
      await expect(
        decideObjection(as(name), { ...(await seen(objectionId)), outcome: "reject", wording }),
      ).rejects.toMatchObject({ code: "forbidden", reason: "second-person" })
    await decideObjection(asEva(), { ...(await seen(objectionId)), outcome: "reject", wording })
    expect(await standingOf("objected-4.example")).toBe("listed")
    expect((await getCase(as("cai"), { caseId: CaseId.parse(caseId) })).case.status).toBe("closed")
  })

  it("is answered first, then decided, each once and by one of two at a time", async () => {
    await aListedSite("objected-5.example")
    const { objectionId, ...receipt } = await objectionTo("objected-5.example")
    const first = await seen(objectionId)
    const answer = "We look at the licence until Friday."
    const answers = await Promise.allSettled([
      answerObjection(as("cai"), { ...first, answer }),
      answerObjection(as("administrator"), { ...first, answer }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
    const again = answerObjection(as("cai"), { ...(await seen(objectionId)), answer })
    await expect(again).rejects.toMatchObject({ reason: "objection-status" })
    await decideObjection(asEva(), { ...(await seen(objectionId)), outcome: "reject", wording })
    const twice = decideObjection(asEva(), { ...(await seen(objectionId)), outcome: "uphold", wording })
    await expect(twice).rejects.toMatchObject({ reason: "objection-status" })
    expect(await followObjection(visitor(), { ...receipt, origin })).toMatchObject({
      status: "rejected",
      answer,
      wording,
    })
  })

  it("has an answer due within 7 days and a decision within 30", () => {
    const receivedAt = "2026-01-01T00:00:00.000Z"
    expect(dueAt({ status: "received", receivedAt })).toBe("2026-01-08T00:00:00.000Z")
    expect(dueAt({ status: "answered", receivedAt })).toBe("2026-01-31T00:00:00.000Z")
    expect(dueAt({ status: "upheld", receivedAt })).toBeUndefined()
  })

  it("is read and decided by those in charge alone", async () => {
    const change = { objectionId: "obj_none", version: 1 }
    for (const name of ["mei", "officer", "pia"] as const) {
      await expect(listObjections(as(name), {})).rejects.toMatchObject({ code: "forbidden" })
      await expect(getObjection(as(name), change)).rejects.toMatchObject({ code: "forbidden" })
    }
    for (const name of ["mei", "officer", "pia", "auditor"] as const) {
      await expect(answerObjection(as(name), { ...change, answer: text })).rejects.toMatchObject({
        code: "forbidden",
      })
      await expect(
        decideObjection(as(name), { ...change, outcome: "uphold", wording }),
      ).rejects.toMatchObject({ code: "forbidden" })
    }
  })
})

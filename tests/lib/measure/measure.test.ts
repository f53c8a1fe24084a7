import { beforeAll, describe, expect, it } from "vitest"
import { getCase, openCase } from "@/lib/case"
import { listCaseMeasures, listLedger, recordMeasure, reverseMeasure } from "@/lib/measure"
import { acknowledgeReferral, confirmClosing, proposeClosing } from "@/lib/referral"
import { getTip } from "@/lib/tip"
import { aCase, aDelivered, enforcementWorld } from "@/tests/support/case"
import { acceptedTip } from "@/tests/support/factory"
import { closeCase } from "@/tests/support/listed"
import { as, system } from "@/tests/support/people"

const closure = {
  metric: "websites-closed" as const,
  quantity: 1,
  takenOn: "2026-01-02",
  document: "Decision 12",
}

describe("a measure", () => {
  beforeAll(enforcementWorld)

  it("sent twice by the same form is one entry", async () => {
    const caseId = await aCase()
    const key = "abcdefgh01234567"
    const both = await Promise.all([
      recordMeasure(as("cai"), { caseId, ...closure, key }),
      recordMeasure(as("cai"), { caseId, ...closure, key }),
    ])
    expect(both[0]).toEqual({ ...both[1], recordedAt: both[0]?.recordedAt })
    expect(await listCaseMeasures(as("cai"), { caseId })).toHaveLength(1)
  })

  it("of an agency needs its own referral, acknowledged", async () => {
    const caseId = await aCase()
    const { version, ...ids } = await aDelivered(caseId)
    const record = (who: "officer" | "stranger", referralId?: string) =>
      recordMeasure(as(who), { caseId, ...closure, ...(referralId ? { referralId } : {}) })
    await expect(record("officer")).rejects.toMatchObject({
      issues: [{ path: ["referralId"], rule: "required" }],
    })
    await expect(record("officer", ids.referralId)).rejects.toMatchObject({ reason: "referral-status" })
    await expect(record("stranger", ids.referralId)).rejects.toMatchObject({ code: "not-found" })
    await acknowledgeReferral(as("officer"), { ...ids, version })
    expect(await record("officer", ids.referralId)).toMatchObject({ recordedBy: { id: "officer" } })
  })

  it.each([
    [{ quantity: 0 }, "quantity", "too-small"],
    [{ quantity: 1.5 }, "quantity", "wrong-type"],
    [{ quantity: 1e13 }, "quantity", "too-big"],
    [{ takenOn: "yesterday" }, "takenOn", "wrong-format"],
    [{ takenOn: "2999-01-01" }, "takenOn", "in-future"],
  ])("with %j is refused at its field", async (change, field, rule) => {
    const recording = recordMeasure(as("cai"), { caseId: await aCase(), ...closure, ...change })
    await expect(recording).rejects.toMatchObject({ issues: [{ path: [field], rule }] })
  })

  it("names a document, or says why there is none", async () => {
    const caseId = await aCase()
    const bare = { caseId, metric: closure.metric, quantity: 1, takenOn: closure.takenOn }
    await expect(recordMeasure(as("cai"), bare)).rejects.toMatchObject({
      issues: [{ path: ["document"], rule: "document-or-reason" }],
    })
    const noDocument = "Done on the telephone, minutes follow"
    expect(await recordMeasure(as("cai"), { ...bare, noDocument })).toMatchObject({ noDocument })
    expect(await recordMeasure(as("cai"), { ...bare, document: "No. 7" })).toMatchObject({
      document: "No. 7",
    })
  })

  it("is against a site of its case, and whose it is follows from its referral", async () => {
    const caseId = await aCase()
    const { sites } = (await getCase(as("cai"), { caseId })).case
    const [site] = sites
    const other = recordMeasure(as("cai"), { caseId, ...closure, site: "somebody-else.example" })
    await expect(other).rejects.toMatchObject({ issues: [{ path: ["site"], rule: "not-an-option" }] })
    const own = await recordMeasure(as("cai"), { caseId, ...closure, site })
    expect([own.site, own.authorityId]).toEqual([site, undefined])
    const { version, ...ids } = await aDelivered(caseId)
    await acknowledgeReferral(as("officer"), { ...ids, version })
    const { authorityId } = await recordMeasure(as("officer"), { ...closure, ...ids })
    expect(authorityId).toBe("mps")
  })

  it("reaches a closed case with a reason, and none without", async () => {
    const caseId = await aCase()
    await closeCase(caseId)
    const late = { caseId, ...closure }
    await expect(recordMeasure(as("cai"), late)).rejects.toMatchObject({ reason: "case-status" })
    const lateReason = "Reported by the authority after the end"
    expect(await recordMeasure(as("cai"), { ...late, lateReason })).toMatchObject({ lateReason })
    expect(await listCaseMeasures(as("cai"), { caseId })).toHaveLength(1)
    expect((await getCase(as("cai"), { caseId })).case.status).toBe("closed")
  })

  it("is taken back by one entry that names it, and by no second", async () => {
    const caseId = await aCase()
    const { measureId } = await recordMeasure(as("cai"), { caseId, ...closure })
    const back = () => reverseMeasure(as("cai"), { caseId, measureId, reason: "Wrong site" })
    const reversal = await back()
    expect(reversal).toMatchObject({ quantity: -1, reverses: measureId })
    await expect(back()).rejects.toMatchObject({ code: "conflict", lastChange: { did: "measure.reversed" } })
    const again = reverseMeasure(as("cai"), { caseId, measureId: reversal.measureId, reason: "And back" })
    await expect(again).rejects.toMatchObject({ reason: "measure-is-reversal" })
    const ids = (await listCaseMeasures(as("cai"), { caseId })).map((one) => one.measureId)
    expect(ids).toEqual([measureId, reversal.measureId])
  })

  it("stands in its campaign's ledger in order of recording", async () => {
    const caseId = await aCase()
    const sent: string[] = []
    for (let n = 0; n < 30; n++) {
      const at = new Date(Date.UTC(2026, 5, 1, 0, n)).toISOString()
      sent.push((await recordMeasure(as("cai", at), { caseId, ...closure })).measureId)
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listLedger(as("auditor"), { campaign: "demo-2026", ...(cursor ? { cursor } : {}) })
      seen.push(...page.rows.map(({ measureId }) => measureId))
      cursor = page.next
    } while (cursor)
    expect(seen.filter((id) => sent.includes(id))).toEqual(sent)
  })
})

describe("a case", () => {
  it("is closed by two, takes no measure then, and frees its site", async () => {
    const tip = await acceptedTip({ targets: ["https://to-close.example/"] })
    const caseId = (await openCase(system(), { tipId: tip.tipId, campaign: "demo-2026" }))?.caseId ?? ""
    await expect(confirmClosing(as("dan"), { caseId, version: 1 })).rejects.toMatchObject({
      reason: "closing-not-proposed",
    })
    await proposeClosing(as("cai"), { caseId, version: 1, outcome: "infringement-stopped" })
    const confirm = (who: "cai" | "dan") => confirmClosing(as(who), { caseId, version: 2 })
    await expect(confirm("cai")).rejects.toMatchObject({ code: "forbidden", reason: "second-person" })
    await confirm("dan")
    const closed = (await getCase(as("cai"), { caseId })).case
    expect(closed).toMatchObject({ status: "closed", outcome: "infringement-stopped" })
    await expect(recordMeasure(as("cai"), { caseId, ...closure })).rejects.toMatchObject({
      reason: "case-status",
    })
    const next = await acceptedTip({ targets: ["https://to-close.example/again"] })
    expect((await openCase(system(), { tipId: next.tipId, campaign: "demo-2026" }))?.caseId).not.toBe(caseId)
  })

  it("keeps its tips: an accepted tip is not taken back out", async () => {
    const tip = await acceptedTip({ targets: ["https://kept.example/"] })
    const caseId = (await openCase(system(), { tipId: tip.tipId, campaign: "demo-2026" }))?.caseId
    expect((await openCase(system(), { tipId: tip.tipId, campaign: "demo-2026" }))?.caseId).toBe(caseId)
    expect((await getTip(as("mei"), { tipId: tip.tipId })).tip.caseId).toBe(caseId)
  })
})

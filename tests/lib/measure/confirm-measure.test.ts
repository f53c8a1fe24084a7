import { beforeAll, describe, expect, it } from "vitest"
import { eventsOf } from "@/lib/audit"
import { getCampaign, openCampaign } from "@/lib/campaign"
import { getCase, openCase } from "@/lib/case"
import {
  confirmMeasure,
  listCaseMeasures,
  listLedger,
  recordMeasure,
  refuseMeasure,
  reverseMeasure,
} from "@/lib/measure"
import { handler } from "@/lib/pipeline/react"
import { reconcileFigures } from "@/lib/statistics"
import { aCase, enforcementWorld } from "@/tests/support/case"
import { allRecords, deliver } from "@/tests/support/deliver"
import { acceptedTip } from "@/tests/support/factory"
import { as, system, visitor } from "@/tests/support/people"

const huge = {
  metric: "websites-closed" as const,
  quantity: 99_999_999_999,
  takenOn: "2026-01-02",
  document: "Minutes 1",
}
const closedNow = async () => {
  await deliver(handler)
  const { figures } = await getCampaign(visitor(), { slug: "demo-2026" })
  return figures.find(({ metric }) => metric === "websites-closed")?.value
}

beforeAll(enforcementWorld)

describe("a measure beyond its bound", () => {
  it("counts nowhere before a second person has confirmed it, and once then, however often events come", async () => {
    const caseId = await aCase()
    const before = await closedNow()
    const { measureId } = await recordMeasure(as("cai"), { caseId, ...huge })
    expect(await closedNow()).toBe(before)
    expect(await reconcileFigures(as("auditor"), {})).toMatchObject({ differences: [] })
    await expect(confirmMeasure(as("cai"), { caseId, measureId })).rejects.toMatchObject({
      reason: "second-person",
    })
    await confirmMeasure(as("dan"), { caseId, measureId })
    expect(await closedNow()).toBe((before ?? 0) + huge.quantity)
    const records = await allRecords()
    await Promise.all([handler({ Records: records }), handler({ Records: records.toReversed() })])
    expect(await closedNow()).toBe((before ?? 0) + huge.quantity)
    expect(await reconcileFigures(as("auditor"), {})).toMatchObject({ differences: [] })
    await expect(confirmMeasure(as("dan"), { caseId, measureId })).rejects.toMatchObject({
      reason: "measure-not-awaited",
    })
    await reverseMeasure(as("cai"), { caseId, measureId, reason: "Typed wrongly" })
    expect(await closedNow()).toBe(before ?? 0)
  })

  it("that is refused stays in the ledger and never counts", async () => {
    const caseId = await aCase()
    const before = await closedNow()
    const { measureId } = await recordMeasure(as("cai"), { caseId, ...huge })
    await refuseMeasure(as("dan"), { caseId, measureId, reason: "A slip of the keyboard" })
    expect(await closedNow()).toBe(before)
    expect(await listCaseMeasures(as("cai"), { caseId })).toMatchObject([
      { refusedReason: "A slip of the keyboard" },
    ])
    await expect(confirmMeasure(as("dan"), { caseId, measureId })).rejects.toMatchObject({
      reason: "measure-not-awaited",
    })
    expect((await eventsOf(caseId)).map(({ type }) => type)).toContain("measure.refused")
  })

  it("is confirmed or refused, never both", async () => {
    const caseId = await aCase()
    const { measureId } = await recordMeasure(as("cai"), { caseId, ...huge })
    const both = await Promise.allSettled([
      confirmMeasure(as("dan"), { caseId, measureId }),
      refuseMeasure(as("cai"), { caseId, measureId, reason: "Mine was wrong" }),
    ])
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  })

  it("is not reversed but refused while it does not count", async () => {
    const caseId = await aCase()
    const { measureId } = await recordMeasure(as("cai"), { caseId, ...huge })
    await expect(
      reverseMeasure(as("cai"), { caseId, measureId, reason: "Typed wrongly" }),
    ).rejects.toMatchObject({ reason: "measure-not-counting" })
  })

  it("is in no set of figures that was cut before its confirmation", async () => {
    const caseId = await aCase()
    const { measureId } = await recordMeasure(as("cai"), { caseId, ...huge })
    const cut = new Date().toISOString()
    await new Promise((resolve) => setTimeout(resolve, 5))
    await confirmMeasure(as("dan"), { caseId, measureId })
    const idsUntil = async (until: string) => {
      const ids: string[] = []
      let cursor: string | undefined
      do {
        const page = await listLedger(as("auditor"), { campaign: "demo-2026", until, cursor })
        ids.push(...page.rows.map((row) => row.measureId))
        cursor = page.next
      } while (cursor)
      return ids
    }
    expect(await idsUntil(cut)).not.toContain(measureId)
    expect(await idsUntil(new Date().toISOString())).toContain(measureId)
  })

  it("is confirmed and refused by case officers alone", async () => {
    const caseId = await aCase()
    const { measureId } = await recordMeasure(as("cai"), { caseId, ...huge })
    for (const who of ["officer", "mei", "pia", "administrator"] as const) {
      await expect(confirmMeasure(as(who), { caseId, measureId })).rejects.toMatchObject({
        code: "forbidden",
      })
      await expect(
        refuseMeasure(as(who), { caseId, measureId, reason: "Not mine to say" }),
      ).rejects.toMatchObject({ code: "forbidden" })
    }
  })
})

describe("a form sent again", () => {
  it("under the same key with other content is refused, and says what is stored", async () => {
    const caseId = await aCase()
    const key = "0123456789abcdef"
    const sent = {
      caseId,
      metric: "links-removed" as const,
      quantity: 40,
      takenOn: "2026-01-02",
      key,
      document: "Minutes 1",
    }
    await recordMeasure(as("cai"), sent)
    expect(await recordMeasure(as("cai"), sent)).toMatchObject({ quantity: 40 })
    await expect(recordMeasure(as("cai"), { ...sent, quantity: 400 })).rejects.toMatchObject({
      issues: [
        { path: ["quantity"], rule: "recorded-otherwise", params: { quantity: 40, takenOn: "2026-01-02" } },
      ],
    })
    expect(await listCaseMeasures(as("cai"), { caseId })).toHaveLength(1)
  })
})

describe("a measure outside its campaign's time", () => {
  it("is refused, naming the day", async () => {
    await openCampaign(system(), {
      slug: "window-2026",
      year: 2026,
      name: { zh: "期间", en: "Window" },
      period: { from: "2026-02", to: "2026-03" },
      agencies: ["mps"],
      showsRunning: true,
      focus: [],
      demo: true,
    })
    const tip = await acceptedTip({ targets: ["https://in-time.example/"] }, "window-2026")
    const caseId = (await openCase(system(), { tipId: tip.tipId, campaign: "window-2026" }))?.caseId ?? ""
    expect((await getCase(as("cai"), { caseId })).case.campaign).toBe("window-2026")
    await expect(recordMeasure(as("cai"), { caseId, ...huge })).rejects.toMatchObject({
      issues: [{ path: ["takenOn"], rule: "outside-campaign" }],
    })
    await recordMeasure(as("cai"), { caseId, ...huge, quantity: 1, takenOn: "2026-03-31" })
  })
})

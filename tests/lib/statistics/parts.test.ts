import { describe, expect, it } from "vitest"
import { listCaseMeasures, reverseMeasure } from "@/lib/measure"
import { readParts } from "@/lib/statistics"
import { campaignWithEntries, drafted, entry, published } from "@/tests/support/figures"
import { as, type Name } from "@/tests/support/people"

const metric = "links-removed" as const

describe("the parts of a figure", () => {
  it("are those of the ledger now, of a day, and of a published revision as it was drafted", async () => {
    const { campaign, caseId } = await campaignWithEntries("in-parts")
    const parts = (change: object = {}) => readParts(as("auditor"), { campaign, metric, ...change })
    expect(await parts()).toEqual({
      byMonth: [
        { key: "2025-06", value: 42, entries: 2 },
        { key: "2025-07", value: 500, entries: 1 },
      ],
      byAuthority: [{ key: undefined, value: 542, entries: 3 }],
      byCategory: [{ key: "film-tv", value: 542, entries: 3 }],
    })
    expect((await parts({ asOf: "2025-06-30" })).byMonth).toEqual([{ key: "2025-06", value: 42, entries: 2 }])

    const until = new Date().toISOString()
    await published(campaign, { asOf: "2025-07-31" })
    const [first] = await listCaseMeasures(as("cai"), { caseId })
    await reverseMeasure(as("cai"), { caseId, measureId: first?.measureId ?? "", reason: "Counted twice" })
    const of = async (change: object) => (await parts(change)).byMonth.map(({ value }) => value)
    expect(await of({ asOf: "2025-07-31", until })).toEqual([42, 500])
    expect(await of({ asOf: "2025-07-31" })).toEqual([42 - (first?.quantity ?? 0), 500])
  })

  it("are read by those who work with figures, and nobody else", async () => {
    const { campaign, caseId } = await campaignWithEntries("parts-of-whom")
    await entry(caseId, metric, 1)
    await drafted(campaign)
    for (const who of ["cai", "pia", "auditor", "administrator"] satisfies Name[])
      expect((await readParts(as(who), { campaign, metric })).byMonth).toHaveLength(2)
    for (const who of ["mei", "officer"] satisfies Name[])
      await expect(readParts(as(who), { campaign, metric })).rejects.toMatchObject({ code: "forbidden" })
    await expect(readParts(as("pia"), { campaign, metric: "none" as never })).rejects.toMatchObject({
      code: "invalid",
    })
  })
})

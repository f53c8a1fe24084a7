import { parse } from "csv-parse/sync"
import { describe, expect, it } from "vitest"
import { ledgerCsv } from "@/app/admin/(staff)/ledger/export/ledger-csv"
import { recordMeasure, reverseMeasure } from "@/lib/measure"
import { countingCampaign, entry } from "@/tests/support/figures"
import { as } from "@/tests/support/people"

const exported = async (query: string, who: "auditor" | "mei" = "auditor") => {
  const request = new Request(`http://localhost/admin/ledger/export?${query}`)
  const response = await ledgerCsv(as(who), {}, request)
  const text = await response.text()
  return {
    headers: response.headers,
    text,
    rows: parse<Record<string, string>>(text, { columns: true, bom: true }),
  }
}

describe("a ledger for a spreadsheet", () => {
  it("has every entry in the order of recording, its reversal too, over more pages than one", async () => {
    const { campaign, caseId } = await countingCampaign("exported-ledger")
    for (let at = 1; at <= 30; at++) await entry(caseId, "links-removed", at)
    const { measureId } = await entry(caseId, "websites-closed", 2)
    await reverseMeasure(as("cai"), { caseId, measureId, reason: "Counted twice" })
    const { rows, headers } = await exported(`campaign=${campaign}`)
    expect(headers.get("content-disposition")).toContain("ledger-exported-ledger.csv")
    expect(rows.slice(0, 30).map(({ quantity }) => Number(quantity))).toEqual(
      Array.from({ length: 30 }, (_, at) => at + 1),
    )
    expect(rows.slice(30)).toMatchObject([
      { measureId, metric: "websites-closed", quantity: "2", takenOn: "2025-06-01", recordedBy: "Cai" },
      { reverses: measureId, quantity: "-2" },
    ])
    const { rows: part } = await exported(`campaign=${campaign}&metric=websites-closed`)
    expect(part).toHaveLength(2)
  })

  it("lets no cell be read as a formula, and is for those who may read the ledger", async () => {
    const { campaign, caseId } = await countingCampaign("exported-formula")
    await recordMeasure(as("cai"), {
      caseId,
      metric: "links-removed",
      quantity: 1,
      takenOn: "2025-06-01",
      document: "=HYPERLINK(1)",
    })
    expect((await exported(`campaign=${campaign}`)).text).toContain("'=HYPERLINK(1)")
    await expect(exported(`campaign=${campaign}`, "mei")).rejects.toMatchObject({ code: "forbidden" })
  })
})

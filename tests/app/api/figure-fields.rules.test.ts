import { describe, expect, it } from "vitest"
import { en } from "@/app/_words/en"
import { zh } from "@/app/_words/zh"
import { Figure } from "@/app/api/_contract/campaign"
import { figureColumns } from "@/app/api/_contract/figures-csv"

const fields = Object.keys(Figure.shape)

describe("each field of a figure", () => {
  it("is explained on the open data page", () => {
    const missing = fields.filter(
      (field) => !(field in en.openData.meanings && field in zh.openData.meanings),
    )
    expect(missing, "explain them in app/_words/{en,zh}/open-data.ts").toEqual([])
  })

  it("is a column of figures.csv", () => {
    const columns = [
      ...fields.filter((field) => field !== "ledger"),
      "revision",
      "entries",
      "reversals",
      "campaign",
    ]
    expect(figureColumns.toSorted(), "columns are listed in app/api/_contract/figures-csv.ts").toEqual(
      columns.toSorted(),
    )
  })
})

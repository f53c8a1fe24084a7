import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { figureSets, standing } from "@/app/_document/figure/figure"
import { dateText } from "@/app/_words/date-text"
import { numberText, shortNumber, valueText } from "@/app/_words/figure-text"
import type { Figure, Metric, Precision } from "@/lib/campaign"

const figure = (given: Partial<Figure>): Figure => ({
  metric: "links-removed",
  value: 1,
  status: "final",
  publishedOn: "2018-01-16",
  precision: "exact",
  sources: [],
  ...given,
})

describe("a figure in words", () => {
  const table: [Metric, number, Precision, string, string][] = [
    ["websites-examined", 63_000, "rounded", "约6.3万个", "about 63,000"],
    ["websites-closed", 2_554, "exact", "2554个", "2,554"],
    ["links-removed", 710_000, "rounded", "约71万条", "about 710,000"],
    ["items-seized", 2_760_000, "rounded", "约276万件", "about 2.76 million"],
    ["items-seized", 10_750_000, "rounded", "约1075万件", "about 10.75 million"],
    ["cases-investigated", 543, "exact", "543起", "543"],
    ["criminal-value", 107_000_000, "rounded", "约1.07亿元", "about 107 million yuan"],
    ["links-removed", 274_800, "rounded", "约27.48万条", "about 274,800"],
    ["criminal-cases", 0, "exact", "0起", "0"],
    ["links-removed", 2_440_000, "at-least", "超过244万条", "more than 2.44 million"],
    ["websites-closed", 300, "at-most", "至多300个", "up to 300"],
  ]
  it.each(table)("tells %s %d (%s) as %s and %s", (metric, value, precision, zh, en) => {
    expect(valueText("zh", { metric, value, precision })).toBe(zh)
    expect(valueText("en", { metric, value, precision })).toBe(en)
  })

  it("loses no digit of an exact number, however large", () => {
    expect(numberText("zh", 12_345)).toBe("12,345")
    expect(numberText("en", 1_234_567)).toBe("1,234,567")
    expect(numberText("zh", -500_000)).toBe("-50万")
  })

  it("says the number itself, in both languages", () => {
    const units: Record<string, number> = {
      万: 1e4,
      亿: 1e8,
      万亿: 1e12,
      million: 1e6,
      billion: 1e9,
      trillion: 1e12,
    }
    const readBack = (text: string) => {
      const [, digits = "", unit = ""] = /^(-?[\d,.]+) ?(.*)$/.exec(text) ?? []
      return Math.round(Number(digits.replaceAll(",", "")) * (unit ? (units[unit] ?? Number.NaN) : 1))
    }
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: -1e6, max: 1e6 }),
          fc.nat(1e9),
          fc.nat(1e6).map((n) => n * 10_000),
        ),
        (value) => {
          expect(readBack(numberText("zh", value))).toBe(value)
          expect(readBack(numberText("en", value))).toBe(value)
        },
      ),
    )
  })

  it("is short on a bar of a chart", () => {
    expect(shortNumber("zh", 10_750_000)).toBe("1075万")
    expect(shortNumber("en", 618_300)).toBe("618.3k")
    expect(shortNumber("en", 2_554)).toBe("2,554")
    expect(shortNumber("en", 2_748_123)).toBe("2,748,123")
    expect(shortNumber("zh", 2_748_123)).toBe("2,748,123")
  })
})

describe("a date in words", () => {
  it.each([
    ["2017", "2017年", "2017"],
    ["2017-07", "2017年7月", "July 2017"],
    ["2018-01-16", "2018年1月16日", "16 January 2018"],
    ["2026-11-24T17:30:00.000Z", "2026年11月25日 01:30", "25 November 2026 at 01:30"],
  ])("tells %s no more exactly than it is, in Beijing time", (at, zh, en) => {
    expect(dateText("zh", at)).toBe(zh)
    expect(dateText("en", at)).toBe(en)
  })
})

describe("the sets of a campaign's figures", () => {
  it("keep interim, final and running figures apart", () => {
    const figures = (["interim", "final", "running"] as const).map((status) => figure({ status }))
    expect(figureSets(figures).map((set) => [set.status, set.figures.length])).toEqual([
      ["final", 1],
      ["interim", 1],
      ["running", 1],
    ])
  })

  it("have no set, and no zero, for what was not published", () => {
    expect(figureSets([])).toEqual([])
    expect(standing([figure({})], "criminal-cases")).toBeUndefined()
  })

  it("let the final figure stand for a campaign, the interim one only alone, and never a running count", () => {
    const [interim, final, running] = (["interim", "final", "running"] as const).map((status) =>
      figure({ status }),
    )
    const present = [interim, final, running].filter((one) => one !== undefined)
    expect(standing(present, "links-removed")?.status).toBe("final")
    expect(standing(present.slice(0, 1), "links-removed")?.status).toBe("interim")
    expect(standing(present.slice(2), "links-removed")).toBeUndefined()
  })
})

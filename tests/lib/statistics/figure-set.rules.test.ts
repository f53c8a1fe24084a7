import { describe, expect, it } from "vitest"
import { idFrom, MeasureId } from "@/lib/kernel/id"
import { countAsOf, figureSetAfter } from "@/lib/statistics/figure-set"

const entry = (text: string, quantity: number, takenOn: string, recordedAt = `${takenOn}T12:00:00.000Z`) => ({
  caseId: idFrom("cas", "1"),
  measureId: MeasureId.parse(text),
  metric: "links-removed" as const,
  quantity,
  takenOn,
  recordedAt,
})
const ledger = [
  entry("msr_a", 10, "2026-06-01"),
  entry("msr_b", 5, "2026-06-30"),
  entry("msr_c", 100, "2026-07-01"),
  // Takes msr_a back, a month later.
  entry("msr_a-reversal", -10, "2026-06-01", "2026-07-05T12:00:00.000Z"),
]
const sum = (asOf: string, until: string) =>
  countAsOf(ledger, { asOf, until }).map(({ value, entries }) => [value, entries])

describe("a ledger added up as of a day", () => {
  it.each([
    ["counts what was taken on the day itself, and nothing after it", "2026-06-30", "2026-07-02", [[15, 2]]],
    ["counts a reversal from when it was recorded", "2026-06-30", "2026-07-06", [[5, 3]]],
    ["keeps what was counted and taken back as a zero", "2026-06-29", "2026-07-06", [[0, 2]]],
    ["has no figure where there is no entry", "2026-05-31", "2026-07-06", []],
  ])("%s", (_, asOf, until, expected) => {
    expect(sum(asOf, `${until}T00:00:00.000Z`)).toEqual(expected)
  })

  it("is proved by the same hash in whatever order the entries come, and by another for other entries", () => {
    const cut = { asOf: "2026-06-30", until: "2026-07-02T00:00:00.000Z" }
    expect(countAsOf(ledger.toReversed(), cut)).toEqual(countAsOf(ledger, cut))
    const other = [...ledger.slice(1), { ...entry("msr_x", 10, "2026-06-01") }]
    expect(countAsOf(other, cut)).toMatchObject([{ value: 15, entries: 2 }])
    expect(countAsOf(other, cut)).not.toEqual(countAsOf(ledger, cut))
  })
})

describe("the life of a set of figures", () => {
  it.each([
    ["none", ["draft", undefined, undefined]],
    ["draft", [undefined, "discarded", "published"]],
    ["published", ["draft", undefined, undefined]],
    ["discarded", ["draft", undefined, undefined]],
  ] as const)("from %s", (state, expected) => {
    const acts = ["draft", "discard", "approve"] as const
    expect(acts.map((act) => figureSetAfter(state, act))).toEqual(expected)
  })
})

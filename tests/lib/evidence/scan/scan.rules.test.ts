import { describe, expect, it } from "vitest"
import type { ScanVerdict } from "@/lib/evidence"
import { afterResult, afterSilence, askAt, type Scan, waitsForScan } from "@/lib/evidence/scan/scan"

const at = "2026-11-24T08:00:00.000Z"
const later = "2026-11-24T09:00:00.000Z"
const scan = (verdict: ScanVerdict, asks = 1): Scan => ({ verdict, at, asks })

const infected = { verdict: "infected", threat: "Eicar" } as const
const answers = [
  { verdict: "clean" },
  { verdict: "unscannable" },
  { verdict: "timed-out" },
  infected,
] as const

const becomes: readonly (readonly [ScanVerdict, readonly (ScanVerdict | undefined)[]])[] = [
  ["pending", ["clean", "unscannable", "timed-out", "infected"]],
  ["unscanned", ["clean", "unscannable", "timed-out", "infected"]],
  ["timed-out", ["clean", "unscannable", undefined, "infected"]],
  ["unscannable", ["clean", undefined, undefined, "infected"]],
  ["clean", [undefined, undefined, undefined, "infected"]],
  ["infected", [undefined, undefined, undefined, undefined]],
]

describe("a scanner's answer", () => {
  it.each(becomes)("to a file that is %s counts only when it says more than is known", (verdict, wanted) => {
    expect(answers.map((result) => afterResult(scan(verdict), result, later)?.verdict)).toEqual(wanted)
  })

  it("keeps the name of what was found, in bounded length", () => {
    expect(afterResult(scan("pending"), infected, later)).toEqual({ ...infected, at: later, asks: 1 })
    const long = afterResult(scan("pending"), { ...infected, threat: "x".repeat(5_000) }, later)
    expect(long?.threat).toHaveLength(200)
  })
})

describe("a scanner's silence", () => {
  it("is pending at first, timed out when it was asked before, and in the end asked no more", () => {
    const reported: unknown[] = []
    let now: Scan = scan("unscanned", 0)
    for (let asks = 0; asks < 6; asks++) {
      now = afterSilence(now, at)
      reported.push([now.verdict, waitsForScan(now), askAt(now)])
    }
    expect(reported).toEqual([
      ["pending", true, "2026-11-24T08:15:00.000Z"],
      ["timed-out", true, "2026-11-24T09:00:00.000Z"],
      ["timed-out", true, "2026-11-24T12:00:00.000Z"],
      ["timed-out", true, "2026-11-25T00:00:00.000Z"],
      ["timed-out", true, "2026-11-27T00:00:00.000Z"],
      ["timed-out", false, "2026-12-05T00:00:00.000Z"],
    ])
  })

  it("ends with any answer", () => {
    for (const verdict of ["clean", "infected", "unscannable"] as const)
      expect(waitsForScan(scan(verdict))).toBe(false)
  })
})

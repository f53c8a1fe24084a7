import { z } from "zod"

/**
 * What is known of harmful code in a sealed file. `pending` and `timed-out` wait for an answer, `unscanned` for a
 * scanner; only the other three are one.
 */
export const scanVerdicts = ["pending", "clean", "infected", "unscannable", "timed-out", "unscanned"] as const
export type ScanVerdict = (typeof scanVerdicts)[number]

export const Scan = z.object({
  verdict: z.enum(scanVerdicts),
  at: z.iso.datetime(),
  /** How often a scanner was asked. */
  asks: z.int().min(0),
  /** What the scanner calls that which it found. */
  threat: z.string().optional(),
})
export type Scan = z.infer<typeof Scan>

/** What a scanner found. `timed-out` is its own word for giving up. */
export type ScanResult =
  | { readonly verdict: "clean" | "unscannable" | "timed-out" }
  | { readonly verdict: "infected"; readonly threat: string }

const threatLengthMax = 200
const asksMax = 6
const firstWaitMs = 15 * 60_000

/** A file that is not sealed yet is as unscanned as one that nothing looked at. */
export const verdictOf = ({ scan }: { readonly scan?: Scan | undefined }): ScanVerdict =>
  scan?.verdict ?? "unscanned"

const weight: Readonly<Record<ScanVerdict, number>> = {
  unscanned: 0,
  pending: 1,
  "timed-out": 2,
  unscannable: 3,
  clean: 4,
  infected: 5,
}

/**
 * How an answer changes what is known; undefined when it says nothing new. Answers come late, twice and in any order,
 * so only a weightier one counts: what was ever found infected stays so.
 */
export const afterResult = (scan: Scan | undefined, result: ScanResult, at: string): Scan | undefined => {
  if (weight[result.verdict] <= weight[scan?.verdict ?? "unscanned"]) return undefined
  const { threat: _, ...before } = scan ?? { asks: 1 }
  const threat = result.verdict === "infected" ? { threat: result.threat.slice(0, threatLengthMax) } : {}
  return { ...before, verdict: result.verdict, at, ...threat }
}

/** What is known once more when a scanner was asked and has not answered yet. */
export const afterSilence = (scan: Scan | undefined, at: string): Scan => {
  const asks = (scan?.asks ?? 0) + 1
  return { verdict: asks > 1 ? "timed-out" : "pending", at, asks }
}

/** Whether somebody still has to ask about this file, now or later. */
export const waitsForScan = ({ verdict, asks }: Scan): boolean =>
  verdict === "unscanned" || verdict === "pending" || (verdict === "timed-out" && asks < asksMax)

/** When to ask (again): at once, then after a quarter of an hour, an hour, four, sixteen, two and a half days. */
export const askAt = ({ asks, at }: Scan): string =>
  asks === 0 ? at : new Date(Date.parse(at) + firstWaitMs * 4 ** (asks - 1)).toISOString()

import { z } from "zod"
import { sealedKey } from "@/lib/evidence/evidence"
import { dueForScan, findEvidence } from "@/lib/evidence/record"
import { EvidenceId, TipId } from "@/lib/kernel/id"
import { log } from "@/lib/kernel/log"
import { verb } from "@/lib/kernel/verb"
import { commitScan } from "./record-scan"
import { afterResult, afterSilence, askAt, type Scan, type ScanVerdict, waitsForScan } from "./scan"
import { scanner } from "./scanner"

const sweptMax = 50
const sweepMsMax = 5 * 60_000

/** What is to be said of a file as it is sealed: that a scanner looks at it, or that there is none. */
export const scanAtSealing = (at: string): Scan => {
  const chosen = scanner()
  if (!chosen) return { verdict: "unscanned", at, asks: 0 }
  return { verdict: "pending", at, asks: chosen.isUnasked ? 1 : 0 }
}

/**
 * Has a sealed file scanned if that is due, and records what comes of it. A scanner that cannot be reached is no
 * failure: the file waits, and the sweeper asks again. Done twice, the second changes nothing.
 * @returns what is known afterwards, undefined for a file that is not sealed
 */
export const scanEvidence = verb(
  {
    name: "evidence.scan",
    by: ["system"],
    input: z.object({ tipId: TipId, evidenceId: EvidenceId }),
  },
  async (ctx, ids): Promise<ScanVerdict | undefined> => {
    const evidence = await findEvidence(ids)
    if (evidence?.state !== "verified" || !evidence.scan) return undefined
    const { asks } = evidence.scan
    const chosen = scanner()
    const isDue = waitsForScan(evidence.scan) && askAt(evidence.scan) <= ctx.now
    if (!chosen || !isDue) return evidence.scan.verdict
    const result = await chosen.ask(sealedKey(ids)).catch((error: unknown) => {
      log.warn({ ...ids, error: String(error) }, "no scan")
      return undefined
    })
    return commitScan(ctx, ids, (scan) => {
      // Asked by two, it is written down once.
      if (!scan || scan.asks !== asks) return undefined
      const asked = afterSilence(scan, ctx.now)
      return (result && afterResult(asked, result, ctx.now)) ?? asked
    })
  },
)

/** Asks again about files whose scanner never answered, and about those that came when there was none. */
export const sweepScans = verb(
  { name: "evidence.sweepScans", by: ["system"], input: z.object({}) },
  async (ctx): Promise<{ asked: number }> => {
    if (!scanner()) return { asked: 0 }
    let asked = 0
    const until = Date.now() + sweepMsMax
    for (const ids of await dueForScan(ctx.now, sweptMax)) {
      if (Date.now() > until) break
      // One that fails, say because somebody changes it just now, must not keep the others waiting.
      await scanEvidence(ctx, ids).catch((error: unknown) => {
        log.warn({ ...ids, error: String(error) }, "no scan")
      })
      asked += 1
    }
    return { asked }
  },
)

import { z } from "zod"
import { commit } from "@/lib/audit"
import { type Evidence, fromSealedKey } from "@/lib/evidence/evidence"
import { changeEvidence, findEvidence } from "@/lib/evidence/record"
import type { Context } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { afterResult, type Scan, type ScanVerdict } from "./scan"

/**
 * Takes down what a scanner says of a sealed object, whenever it says it. What is known already changes nothing.
 * @throws {DomainError} conflict `evidence-not-sealed` when the result comes before the file is sealed: it has to come again
 */
export const recordScan = verb(
  {
    name: "evidence.recordScan",
    by: ["system"],
    input: z.object({
      key: z.string(),
      result: z.discriminatedUnion("verdict", [
        z.object({ verdict: z.enum(["clean", "unscannable"]) }),
        z.object({ verdict: z.literal("infected"), threat: z.string() }),
      ]),
    }),
  },
  async (ctx, { key, result }): Promise<ScanVerdict | undefined> => {
    const ids = fromSealedKey(key)
    const evidence = ids && (await findEvidence(ids))
    if (!evidence) return undefined
    if (evidence.state !== "verified") throw new DomainError("conflict", { reason: "evidence-not-sealed" })
    const scan = afterResult(evidence.scan, result, ctx.now)
    return scan ? commitScan(ctx, evidence, scan) : evidence.scan?.verdict
  },
)

/** Writes what is now known of a file. @returns the verdict */
export const commitScan = async (ctx: Context, evidence: Evidence, scan: Scan): Promise<ScanVerdict> => {
  await commit(ctx, {
    file: evidence.tipId,
    subject: evidence.evidenceId,
    from: evidence,
    event: { type: "evidence.scanned", data: { ...scan } },
    record: (next) => changeEvidence(evidence, next, { scan }),
  })
  return scan.verdict
}

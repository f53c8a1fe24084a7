import { z } from "zod"
import { commit, isLostRace } from "@/lib/audit"
import { fromSealedKey } from "@/lib/evidence/evidence"
import { changeEvidence, findEvidence } from "@/lib/evidence/record"
import type { Context } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { retry } from "@/lib/kernel/retry"
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
    return commitScan(ctx, ids, (scan) => afterResult(scan, result, ctx.now))
  },
)

type Ids = NonNullable<ReturnType<typeof fromSealedKey>>

/**
 * Writes what is now known of a sealed file, though its record may change meanwhile.
 * @param decide what to write, undefined where nothing is new; may be asked again
 * @returns the verdict
 */
export const commitScan = (
  ctx: Context,
  ids: Ids,
  decide: (scan: Scan | undefined) => Scan | undefined,
): Promise<ScanVerdict | undefined> =>
  retry(async () => {
    const evidence = await findEvidence(ids)
    const scan = evidence && decide(evidence.scan)
    if (!scan) return evidence?.scan?.verdict
    await commit(ctx, {
      file: evidence.tipId,
      subject: evidence.evidenceId,
      from: evidence,
      event: { type: "evidence.scanned", data: { ...scan } },
      record: (next) => changeEvidence(evidence, next, { scan }),
    })
    return scan.verdict
  }, isLostRace)

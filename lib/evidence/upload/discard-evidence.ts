import { z } from "zod"
import { type Evidence, isFile } from "@/lib/evidence/evidence"
import { dropEvidence, evidenceOf } from "@/lib/evidence/record"
import { reporterTipId } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { EvidenceId, TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { countAgainst } from "@/lib/limits"
import { ConditionFailed } from "@/lib/store/transact"
import { changeLatestTip, type LatestChange } from "@/lib/tip"
import { hasArrived } from "./arrived"
import { discardPartsOf } from "./parts"

/**
 * Takes a file that never came, or came in part, off one's own tip. Its record goes, its parts are dropped, its upload
 * slot is free for another; that it was announced and taken back stays in the tip's chain (docs/decisions/0037).
 * @throws {DomainError} not-found; conflict `evidence-arrived`; limited, after a hundred in a day
 */
export const discardEvidence = verb(
  {
    name: "tip.discardEvidence",
    by: ["reporter"],
    input: z.object({ tipId: TipId, evidenceId: EvidenceId }),
  },
  async (ctx, { tipId, evidenceId }): Promise<void> => {
    reporterTipId(ctx, tipId)
    let discarded: Evidence | undefined
    const decide = async (): Promise<LatestChange> => {
      const files = await evidenceOf(tipId)
      discarded = files.find((one) => one.evidenceId === evidenceId)
      if (!discarded) throw new DomainError("not-found", { reason: "evidence" })
      if (await hasArrived(discarded)) throw arrived()
      await countAgainst("discards", tipId)
      return {
        patch: { evidenceCount: files.filter((one) => one !== discarded && isFile(one)).length },
        event: { type: "tip.evidence-discarded", data: { evidence: [evidenceId] } },
        also: [dropEvidence(discarded)],
      }
    }
    await changeLatestTip(ctx, tipId, decide).catch((error: unknown) => {
      // It was inspected just now.
      throw error instanceof ConditionFailed ? arrived() : error
    })
    // Should this fail, the sweeper finds parts that belong to no file.
    if (discarded) await discardPartsOf(discarded)
  },
)

const arrived = () => new DomainError("conflict", { reason: "evidence-arrived" })

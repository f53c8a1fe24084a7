import { z } from "zod"
import { commit, initialHead, requireSeen, standsAt } from "@/lib/audit"
import { getCaseRecord, insiders } from "@/lib/case"
import { CaseId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { put } from "@/lib/store/transact"
import { findEstimate } from "./facts"
import { EstimateEntity } from "./routing.entity"

const Amount = z.int().min(0).max(1_000_000_000_000)

export type Estimate = { readonly gain?: number; readonly works?: number; readonly version: number }

const subjectOf = (caseId: CaseId) => `${caseId}-estimate`

/**
 * Says what an officer estimates of a case: illegal gain in CNY, works offered. The rules look at it.
 * @param input.version of the estimate as it was seen; 0 where there was none
 * @throws {DomainError} not-found; conflict with the last change
 */
export const estimateCase = verb(
  {
    name: "routing.estimate",
    by: ["case-officer"],
    input: z.object({
      caseId: CaseId,
      version: z.int().min(0),
      gain: Amount.optional(),
      works: Amount.optional(),
    }),
  },
  async (ctx, { caseId, version: seen, ...estimated }): Promise<void> => {
    await getCaseRecord(caseId)
    const before = await findEstimate(caseId)
    const subject = subjectOf(caseId)
    await requireSeen({ file: caseId, subject, version: before?.version ?? 0, seen })
    await commit(ctx, {
      file: caseId,
      subject,
      from: before ?? initialHead,
      event: { type: "case.estimated", data: estimated },
      record: (next) =>
        put(EstimateEntity.put({ caseId, ...estimated, ...next }).where(standsAt(before?.version ?? 0))),
    })
  },
)

/** What was estimated of a case; nothing at version 0 where nobody has. */
export const getEstimate = verb(
  { name: "routing.getEstimate", by: insiders, input: z.object({ caseId: CaseId }) },
  async (_ctx, { caseId }): Promise<Estimate> => {
    const found = await findEstimate(caseId)
    return { gain: found?.gain, works: found?.works, version: found?.version ?? 0 }
  },
)

import type { Context } from "@/lib/kernel/context"
import { DomainError, invalid, isDomainError } from "@/lib/kernel/errors"
import type { BatchId, TipId } from "@/lib/kernel/id"
import { type HolderReport, previewReport, type Reported, submitRow } from "@/lib/right-holder"

export type TakenRow = Pick<Reported, "status" | "tipId" | "targets">

/** Says what would become of each row, as if those before it were stored. */
export const checkRow = (holder: Context) => {
  const earlier = new Map<TipId, string>()
  return async (value: unknown): Promise<TakenRow> => {
    // The verb itself judges what it is.
    const { contentHash, ...report } = await previewReport(holder, value as HolderReport)
    const before = earlier.get(report.tipId)
    if (before !== undefined && before !== contentHash) throw invalid(["reference"], "reference-reused")
    earlier.set(report.tipId, contentHash)
    return before === undefined ? report : { ...report, status: "exists" }
  }
}

/** Stores each row as a report, received when it is stored. */
export const sendRow =
  (holder: Context, batchId: BatchId) =>
  async (value: unknown, row: number): Promise<TakenRow> => {
    const report = value as HolderReport
    try {
      return await submitRow({ ...holder, now: new Date().toISOString() }, { report, batchId, row })
    } catch (error) {
      throw isDomainError(error) && error.code === "invalid" ? withoutFirst(error, "report") : error
    }
  }

/** The complaints as if their inputs stood by themselves. */
const withoutFirst = ({ issues }: DomainError, step: string) =>
  new DomainError("invalid", {
    issues: issues.map((issue) => (issue.path[0] === step ? { ...issue, path: issue.path.slice(1) } : issue)),
  })

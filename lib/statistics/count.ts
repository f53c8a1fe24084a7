import { z } from "zod"
import { commit } from "@/lib/audit"
import { addToRunningFigure } from "@/lib/campaign"
import { isDomainError } from "@/lib/kernel/errors"
import { CaseId, MeasureId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { getMeasureRecord, markCounted } from "@/lib/measure"

/**
 * Adds a ledger entry to its campaign's running figure, exactly once: the mark on the entry, the figure and the
 * event are one transaction, and a marked entry is not added again.
 */
export const countMeasure = verb(
  {
    name: "statistics.countMeasure",
    by: ["system"],
    /** `recorded` is the event by which the entry counts, which the count follows in the entry's chain. */
    input: z.object({
      caseId: CaseId,
      measureId: MeasureId,
      recorded: z.object({ seq: z.int(), hash: z.string() }),
    }),
  },
  async (ctx, { caseId, measureId, recorded }): Promise<void> => {
    const measure = await getMeasureRecord(caseId, measureId)
    // What needed a second person counts by the confirmation, which is the entry's second event.
    if (measure.countedAt || recorded.seq !== (measure.needsConfirmation ? 2 : 1)) return
    const { campaign, metric, quantity } = measure
    try {
      await commit(ctx, {
        file: caseId,
        subject: measureId,
        from: { version: recorded.seq, head: recorded.hash },
        event: { type: "measure.counted", data: { campaign, metric, quantity } },
        record: (next) => markCounted(measure, ctx.now, next),
        also: [addToRunningFigure({ campaign, metric, quantity, at: ctx.now })],
      })
    } catch (error) {
      const countedMeanwhile =
        isDomainError(error) &&
        error.code === "conflict" &&
        (await getMeasureRecord(caseId, measureId)).countedAt
      if (!countedMeanwhile) throw error
    }
  },
)

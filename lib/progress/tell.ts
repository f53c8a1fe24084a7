import { z } from "zod"
import { CaseId, EventId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { ConditionFailed, put, transact } from "@/lib/store/transact"
import { type ProgressStep, progressSteps } from "./progress"
import { ProgressEntity } from "./progress.entity"

/** Notes a step that the reporters of a case may read. The same event again changes nothing. */
export const tellProgress = verb(
  {
    name: "progress.tell",
    by: ["system"],
    input: z.object({
      caseId: CaseId,
      eventId: EventId,
      at: z.iso.datetime(),
      step: z.enum(progressSteps),
    }),
  },
  async (_ctx, told): Promise<void> => {
    try {
      await transact([put(ProgressEntity.create(told))])
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error
    }
  },
)

export type Progress = { readonly at: string; readonly step: ProgressStep }

/** What was told of a case, in order. Not a verb: the verb that asks has authorised the read. */
export const progressOf = async (caseId: CaseId): Promise<Progress[]> => {
  const { data } = await ProgressEntity.query.case({ caseId }).go({ pages: "all" })
  return data.map(({ at, step }) => ({ at, step })).toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

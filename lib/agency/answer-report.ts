import { z } from "zod"
import { commit, isLostRace } from "@/lib/audit"
import { checkAnswer, findReport, type ReportAnswer, reportAnswer, reportAnswered } from "@/lib/delivery"
import type { Context } from "@/lib/kernel/context"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { CaseId, ReferralId } from "@/lib/kernel/id"
import { retry } from "@/lib/kernel/retry"
import { verb } from "@/lib/kernel/verb"
import { commitAct, getReferralRecord, type Referral, referralAfter } from "@/lib/referral"
import type { Write } from "@/lib/store/transact"

/**
 * Keeps what a host says of one report. A referral that is not acknowledged yet is so with it.
 * @param also what else becomes true at the same moment
 * @throws {DomainError} invalid `report-unknown`; conflict `report-completed`; conflict with the last change
 */
export const commitAnswer = async (
  ctx: Context,
  referral: Referral,
  answer: ReportAnswer,
  also: readonly Write[] = [],
): Promise<void> => {
  const delivery = await findReport(referral.referralId, answer.reportId)
  if (!delivery) throw invalid(["reportId"], "report-unknown")
  if (delivery.answered?.state === "completed")
    throw new DomainError("conflict", { reason: "report-completed" })
  const answered = reportAnswered(delivery, answer, ctx.now)
  const status = referralAfter(referral.status, "acknowledge")
  if (status) await commitAct(ctx, referral, status, { act: "acknowledge" }, also, [answered])
  else await commit(ctx, { ...answered, also })
}

/**
 * Records what a host has answered by mail or telephone to a report.
 * @throws {DomainError} not-found; what `commitAnswer` throws
 */
export const recordAnswer = verb(
  {
    name: "agency.recordAnswer",
    by: ["case-officer"],
    input: z.object({ caseId: CaseId, referralId: ReferralId, ...reportAnswer }).superRefine(checkAnswer),
  },
  async (ctx, { caseId, referralId, ...answer }): Promise<void> =>
    retry(async () => commitAnswer(ctx, await getReferralRecord(caseId, referralId), answer), isLostRace),
)

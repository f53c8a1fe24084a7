import { z } from "zod"
import { CaseId, ReferralId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { getReferral } from "@/lib/referral"
import { measuresOf } from "./find"
import type { Measure } from "./measure"

/** What was recorded in a case, oldest first. */
export const listCaseMeasures = verb(
  {
    name: "measure.listOfCase",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({ caseId: CaseId }),
  },
  async (_ctx, { caseId }): Promise<Measure[]> => measuresOf(caseId),
)

/**
 * What was recorded under a referral, oldest first.
 * @throws {DomainError} not-found, also for another authority's referral
 */
export const listReferralMeasures = verb(
  {
    name: "measure.listOfReferral",
    by: ["case-officer", "agency-officer", "auditor", "administrator"],
    input: z.object({ caseId: CaseId, referralId: ReferralId }),
  },
  async (ctx, ids): Promise<Measure[]> => {
    const [{ referral }, measures] = await Promise.all([getReferral(ctx, ids), measuresOf(ids.caseId)])
    return measures.filter(({ referralId }) => referralId === referral.referralId)
  },
)

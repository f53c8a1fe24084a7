import { z } from "zod"
import { getCaseRecord, insiders } from "@/lib/case"
import { CaseId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { type Finding, findingsOf } from "./findings"
import { knownGoodDomains } from "./known-good"

/** What of a case's sites could hurt others, as it stands now. Not a verb: the verb that asks has authorised the read. */
export const collateralOf = async (sites: readonly string[]): Promise<Finding[]> =>
  findingsOf(sites, await knownGoodDomains())

/** @throws {DomainError} not-found */
export const checkCollateral = verb(
  { name: "collateral.check", by: insiders, input: z.object({ caseId: CaseId }) },
  async (_ctx, { caseId }): Promise<Finding[]> => collateralOf((await getCaseRecord(caseId)).sites),
)

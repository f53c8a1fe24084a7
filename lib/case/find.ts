import { DomainError } from "@/lib/kernel/errors"
import type { CaseId, TipId } from "@/lib/kernel/id"
import type { Case } from "./case"
import { CaseEntity, CaseTipEntity, OpenCaseEntity } from "./case.entity"

/** @throws {DomainError} not-found */
export const getCaseRecord = async (caseId: CaseId): Promise<Case> => {
  const { data } = await CaseEntity.get({ caseId }).go({ consistent: true })
  if (!data) throw new DomainError("not-found", { reason: "case" })
  return data
}

/** The case that a case stands in by now: itself, or the one that it was merged into. @throws {DomainError} not-found */
export const getStandingCase = async (caseId: CaseId): Promise<Case> => {
  const found = await getCaseRecord(caseId)
  return found.mergedInto ? getStandingCase(found.mergedInto) : found
}

export const findOpenCaseId = async (site: string, campaign: string): Promise<CaseId | undefined> => {
  const { data } = await OpenCaseEntity.get({ site, campaign }).go({ consistent: true })
  return data?.caseId
}

export type CaseTip = { readonly tipId: TipId; readonly joinedAt: string }

/** The tips of a case, in the order they joined it. Not a verb: the verb that asks has authorised the read. */
export const caseTipsOf = async (caseId: CaseId): Promise<CaseTip[]> => {
  const { data } = await CaseTipEntity.query.case({ caseId }).go({ pages: "all", consistent: true })
  return data.toSorted((a, b) => (a.joinedAt < b.joinedAt ? -1 : 1))
}

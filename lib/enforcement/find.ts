import { type AuditEvent, eventsOf } from "@/lib/audit"
import { DomainError } from "@/lib/kernel/errors"
import type { Case } from "./case"
import { CaseEntity, CaseTipEntity, OpenCaseEntity } from "./case.entity"
import type { Measure } from "./measure"
import { MeasureEntity } from "./measure.entity"
import type { Referral } from "./referral"
import { ReferralEntity } from "./referral.entity"

/** @throws {DomainError} not-found */
export const getCaseRecord = async (caseId: string): Promise<Case> => {
  const { data } = await CaseEntity.get({ caseId }).go({ consistent: true })
  if (!data) throw new DomainError("not-found", { reason: "case" })
  return data
}

/** @throws {DomainError} not-found */
export const getReferralRecord = async (caseId: string, referralId: string): Promise<Referral> => {
  const { data } = await ReferralEntity.get({ caseId, referralId }).go({ consistent: true })
  if (!data) throw new DomainError("not-found", { reason: "referral" })
  return data
}

/** @throws {DomainError} not-found */
export const getMeasureRecord = async (caseId: string, measureId: string): Promise<Measure> => {
  const { data } = await MeasureEntity.get({ caseId, measureId }).go({ consistent: true })
  if (!data) throw new DomainError("not-found", { reason: "measure" })
  return data
}

export const findOpenCaseId = async (site: string, campaign: string): Promise<string | undefined> => {
  const { data } = await OpenCaseEntity.get({ site, campaign }).go({ consistent: true })
  return data?.caseId
}

export type CaseFile = {
  readonly case: Case
  readonly tips: readonly { readonly tipId: string; readonly joinedAt: string }[]
  readonly referrals: readonly Referral[]
  readonly measures: readonly Measure[]
  readonly events: readonly AuditEvent[]
}

export const caseFileOf = async (caseId: string): Promise<CaseFile> => {
  const all = { pages: "all", consistent: true } as const
  const [record, tips, referrals, measures, events] = await Promise.all([
    getCaseRecord(caseId),
    CaseTipEntity.query.case({ caseId }).go(all),
    ReferralEntity.query.case({ caseId }).go(all),
    MeasureEntity.query.case({ caseId }).go(all),
    eventsOf(caseId),
  ])
  return {
    case: record,
    tips: tips.data.toSorted((a, b) => (a.joinedAt < b.joinedAt ? -1 : 1)),
    referrals: referrals.data.toSorted((a, b) => (a.draftedAt < b.draftedAt ? -1 : 1)),
    measures: measures.data.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)),
    events,
  }
}

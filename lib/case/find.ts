import { DomainError } from "@/lib/kernel/errors"
import type { CaseId, TipId } from "@/lib/kernel/id"
import { findItems, keyOf } from "@/lib/store/query"
import { keyOfTip, tipsIn } from "@/lib/tip"
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

const findOpenCaseId = async (site: string, campaign: string): Promise<CaseId | undefined> => {
  const { data } = await OpenCaseEntity.get({ site, campaign }).go({ consistent: true })
  return data?.caseId
}

/** What is read in one request at most, beside the tip. */
const sitesTogetherMax = 20

/**
 * A tip, and the open cases of sites that it is likely to name: what an event said of it, since another read is what
 * a reaction costs most. @throws {DomainError} not-found
 */
export const getTipWithCases = async (tipId: TipId, sites: readonly string[], campaign: string) => {
  const asked = [...new Set(sites)].slice(0, sitesTogetherMax)
  const items = await findItems([keyOfTip(tipId), ...asked.map((site) => keyOfOpenCase(site, campaign))])
  const [tip] = await tipsIn(items)
  if (!tip) throw new DomainError("not-found", { reason: "tip" })
  const pointers = items.flatMap((Item) => OpenCaseEntity.parse({ Item }).data ?? [])
  const known = new Map(pointers.map((pointer) => [pointer.site, pointer.caseId]))
  const openCaseOf = async (site: string) =>
    asked.includes(site) ? known.get(site) : findOpenCaseId(site, campaign)
  return { tip, openCaseOf }
}

const keyOfOpenCase = (site: string, campaign: string) => keyOf(OpenCaseEntity.get({ site, campaign }))

export type CaseTip = { readonly tipId: TipId; readonly joinedAt: string }

/** The tips of a case, in the order they joined it. Not a verb: the verb that asks has authorised the read. */
export const caseTipsOf = async (caseId: CaseId): Promise<CaseTip[]> => {
  const { data } = await CaseTipEntity.query.case({ caseId }).go({ pages: "all", consistent: true })
  return data.toSorted((a, b) => (a.joinedAt < b.joinedAt ? -1 : 1))
}

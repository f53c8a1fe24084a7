import { DomainError } from "@/lib/kernel/errors"
import type { CaseId, MeasureId } from "@/lib/kernel/id"
import type { Measure } from "./measure"
import { MeasureEntity } from "./measure.entity"

/** @throws {DomainError} not-found */
export const getMeasureRecord = async (caseId: CaseId, measureId: MeasureId): Promise<Measure> => {
  const { data } = await MeasureEntity.get({ caseId, measureId }).go({ consistent: true })
  if (!data) throw new DomainError("not-found", { reason: "measure" })
  return data
}

/** The measures of a case, in the order they were recorded. Not a verb: the caller has authorised the read. */
export const measuresOf = async (caseId: CaseId): Promise<Measure[]> => {
  const { data } = await MeasureEntity.query.case({ caseId }).go({ pages: "all", consistent: true })
  return data.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
}

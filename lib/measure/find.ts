import type { Head } from "@/lib/audit"
import { DomainError } from "@/lib/kernel/errors"
import type { CaseId, MeasureId } from "@/lib/kernel/id"
import type { Measure } from "./measure"
import { MeasureEntity } from "./measure.entity"

type Stored = Measure & { readonly version?: number; readonly head?: string }

/** Without where its chain stands. */
export const toMeasure = ({ version: _, head: __, ...measure }: Stored): Measure => measure

/** With where its chain stands. @throws {DomainError} not-found */
export const getStoredMeasure = async (caseId: CaseId, measureId: MeasureId): Promise<Measure & Head> => {
  const { data } = await MeasureEntity.get({ caseId, measureId }).go({ consistent: true })
  if (!data) throw new DomainError("not-found", { reason: "measure" })
  return { ...data, version: data.version ?? 1, head: data.head ?? "" }
}

/** @throws {DomainError} not-found */
export const getMeasureRecord = async (caseId: CaseId, measureId: MeasureId): Promise<Measure> =>
  toMeasure(await getStoredMeasure(caseId, measureId))

/** The measures of a case, in the order they were recorded. Not a verb: the caller has authorised the read. */
export const measuresOf = async (caseId: CaseId): Promise<Measure[]> => {
  const { data } = await MeasureEntity.query.case({ caseId }).go({ pages: "all", consistent: true })
  return data.map(toMeasure).toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
}

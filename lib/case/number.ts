import { dayInBeijing } from "@/lib/kernel/day"
import type { CaseId } from "@/lib/kernel/id"
import { put, type Write } from "@/lib/store/transact"
import { CaseCounterEntity, CaseNumberEntity } from "./number.entity"

/** `2026-00017`: the year in Beijing and the place among its cases, which people can say on the telephone. */
const shape = /^\d{4}-\d{5,9}$/

export const isCaseNumber = (text: string) => shape.test(text)

/** A number that no other case has. One that is not used in the end is given to none: numbers have gaps. */
export const nextCaseNumber = async (now: string): Promise<string> => {
  const year = dayInBeijing(now).slice(0, 4)
  const { data } = await CaseCounterEntity.update({ year }).add({ last: 1 }).go({ response: "updated_new" })
  return `${year}-${String(data.last).padStart(5, "0")}`
}

export const pointNumber = (number: string, caseId: CaseId): Write =>
  put(CaseNumberEntity.create({ number, caseId }))

export const findNumberedCase = async (number: string): Promise<CaseId | undefined> => {
  const { data } = await CaseNumberEntity.get({ number }).go({ consistent: true })
  return data?.caseId
}

import { isDomainError } from "@/lib/kernel/errors"
import { CaseId } from "@/lib/kernel/id"
import type { Case } from "./case"
import { getCaseRecord } from "./find"
import { findNumberedCase, isCaseNumber } from "./number"

/** The case that a number or an id names; undefined where there is none. */
export const caseCalled = async (called: string): Promise<Case | undefined> => {
  const caseId = isCaseNumber(called) ? await findNumberedCase(called) : idIn(called)
  if (!caseId) return undefined
  try {
    return await getCaseRecord(caseId)
  } catch (error) {
    if (isDomainError(error) && error.code === "not-found") return undefined
    throw error
  }
}

const idIn = (called: string): CaseId | undefined =>
  called.startsWith("cas_") ? CaseId.parse(called) : undefined

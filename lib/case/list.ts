import { z } from "zod"
import { type AuditEvent, eventsOf } from "@/lib/audit"
import { CaseId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { cursorOf, type Page, pageOf, pageSize } from "@/lib/store/page"
import { type Case, type CaseRow, caseStatuses } from "./case"
import { CaseEntity } from "./case.entity"
import { type CaseTip, caseTipsOf, getCaseRecord } from "./find"

/** Who reads cases. */
export const insiders = ["moderator", "case-officer", "auditor", "administrator"] as const

/** One page of the cases of a status, oldest first. */
export const listCases = verb(
  {
    name: "case.list",
    by: insiders,
    input: z.object({ status: z.enum(caseStatuses).default("open"), cursor: cursorOf("cas").optional() }),
  },
  async (_ctx, { status, cursor }): Promise<Page<CaseRow>> => {
    const query = CaseEntity.query.worklist({ status })
    const { data } = await (cursor ? query.gt({ openedAt: cursor.at, caseId: cursor.id }) : query).go({
      limit: pageSize + 1,
    })
    return pageOf(
      data.map(({ row }) => row),
      ({ openedAt, caseId }) => ({ at: openedAt, id: caseId }),
    )
  },
)

export type CaseFile = {
  readonly case: Case
  readonly tips: readonly CaseTip[]
  /** The history of the case, and of its referrals and measures. */
  readonly events: readonly AuditEvent[]
}

/**
 * A case with its tips and its history.
 * @throws {DomainError} not-found
 */
export const getCase = verb(
  { name: "case.get", by: insiders, input: z.object({ caseId: CaseId }) },
  async (_ctx, { caseId }): Promise<CaseFile> => {
    const [record, tips, events] = await Promise.all([
      getCaseRecord(caseId),
      caseTipsOf(caseId),
      eventsOf(caseId),
    ])
    return { case: record, tips, events }
  },
)

/** The cases opened since a moment, of every status, the newest first. Not a verb: the verb that asks has the right to. */
export const openedSince = async (since: string, casesMax: number): Promise<CaseRow[]> => {
  const pages = caseStatuses.map((status) =>
    CaseEntity.query.worklist({ status }).gte({ openedAt: since }).go({ limit: casesMax, order: "desc" }),
  )
  const rows = (await Promise.all(pages)).flatMap(({ data }) => data.map(({ row }) => row))
  return rows.toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1)).slice(0, casesMax)
}

/** The latest cases of each status but closed. Not a verb: the verb that asks has the right to. */
export const latestAtWork = async (ofStatusMax: number): Promise<CaseRow[]> => {
  const pages = caseStatuses
    .filter((status) => status !== "closed")
    .map((status) => CaseEntity.query.worklist({ status }).go({ limit: ofStatusMax, order: "desc" }))
  return (await Promise.all(pages)).flatMap(({ data }) => data.map(({ row }) => row))
}

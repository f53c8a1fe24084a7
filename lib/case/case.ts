import type { PersonRef } from "@/lib/kernel/actor"
import type { CaseId } from "@/lib/kernel/id"

export const caseStatuses = ["open", "referred", "acting", "closed"] as const
export type CaseStatus = (typeof caseStatuses)[number]

export const outcomes = ["infringement-stopped", "penalised", "prosecuted", "unfounded"] as const
export type Outcome = (typeof outcomes)[number]

/** A closing that waits for a second person. */
export type Closing = {
  readonly outcome: Outcome
  readonly note?: string
  /** The sites that the closing puts on the confirmed list. */
  readonly sites?: readonly string[]
  readonly by: PersonRef
}

/** What the pipeline knows of one site's infringement in one campaign: many tips, many targets. */
export type Case = {
  readonly caseId: CaseId
  /** What people call it; cases from before they had numbers have none. */
  readonly number?: string
  readonly status: CaseStatus
  /** The site of the tip that opened it. */
  readonly site: string
  /** What people call that site, where it is no address: an app's name. Cases from before it was kept have none. */
  readonly siteName?: string
  /** All sites that came with its tips: mirrors, as a rule. */
  readonly sites: readonly string[]
  readonly campaign: string
  readonly tipCount: number
  readonly openedAt: string
  readonly closing?: Closing
  readonly outcome?: Outcome
  /** The case that took in all of this one's tips. */
  readonly mergedInto?: CaseId
  readonly demo?: boolean
  readonly version: number
  readonly head: string
}

export type CaseRow = Pick<
  Case,
  "caseId" | "number" | "status" | "site" | "siteName" | "campaign" | "tipCount" | "openedAt" | "demo"
>

export const caseRow = (found: Case): CaseRow => {
  const { caseId, number, status, site, siteName, campaign, tipCount, openedAt, demo } = found
  return { caseId, number, status, site, siteName, campaign, tipCount, openedAt, demo }
}

/** What people call the site of a case. */
export const siteNameOf = ({ site, siteName }: Pick<Case, "site" | "siteName">): string => siteName ?? site

/** What people call a case: its number, or its id where it has none. */
export const nameOfCase = ({ number, caseId }: Pick<Case, "number" | "caseId">): string => number ?? caseId

export const caseActs = [
  "join",
  "refer",
  "act",
  "record-measure",
  "propose-closing",
  "close",
  "reopen",
] as const
export type CaseAct = (typeof caseActs)[number]
const table: Readonly<Record<CaseStatus, Partial<Record<CaseAct, CaseStatus>>>> = {
  open: {
    join: "open",
    refer: "referred",
    act: "acting",
    "record-measure": "open",
    "propose-closing": "open",
    close: "closed",
  },
  referred: {
    join: "referred",
    refer: "referred",
    act: "acting",
    "record-measure": "referred",
    "propose-closing": "referred",
    close: "closed",
  },
  acting: {
    join: "acting",
    refer: "acting",
    act: "acting",
    "record-measure": "acting",
    "propose-closing": "acting",
    close: "closed",
  },
  closed: { reopen: "open" },
}

/** The status after an act, or undefined where the act is not possible. */
export const caseAfter = (status: CaseStatus, act: CaseAct): CaseStatus | undefined => table[status][act]

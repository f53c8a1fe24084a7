import type { PersonRef } from "@/lib/kernel/actor"
import type { CaseId, ObjectionId } from "@/lib/kernel/id"

export const objectionStatuses = ["received", "answered", "upheld", "rejected"] as const
export type ObjectionStatus = (typeof objectionStatuses)[number]

export const objectionActs = ["answer", "uphold", "reject"] as const
export type ObjectionAct = (typeof objectionActs)[number]
const table: Readonly<Record<ObjectionStatus, Partial<Record<ObjectionAct, ObjectionStatus>>>> = {
  received: { answer: "answered", uphold: "upheld", reject: "rejected" },
  answered: { uphold: "upheld", reject: "rejected" },
  upheld: {},
  rejected: {},
}

/** The status after an act, or undefined where the act is not possible. */
export const objectionAfter = (status: ObjectionStatus, act: ObjectionAct): ObjectionStatus | undefined =>
  table[status][act]

/** Days within which an objection is answered, and decided. */
export const answerDaysMax = 7
export const decideDaysMax = 30

/** Somebody says that a site is wrongly on the confirmed list. */
export type Objection = {
  readonly objectionId: ObjectionId
  readonly status: ObjectionStatus
  readonly site: string
  /** What people call it, where it is no address. */
  readonly siteName?: string
  /** The cases that had confirmed it when the objection came. */
  readonly caseIds: readonly CaseId[]
  readonly text: string
  readonly locale: "zh" | "en"
  readonly receivedAt: string
  /** What was written back first; the decision has words of its own. */
  readonly answer?: string
  readonly answeredAt?: string
  readonly wording?: string
  readonly decidedAt?: string
  readonly decidedBy?: PersonRef
  readonly demo?: boolean
  readonly version: number
  readonly head: string
}

const dayMs = 86_400_000

const after = (at: string, days: number) => new Date(Date.parse(at) + days * dayMs).toISOString()

/** Until when the next step is due; undefined once it is decided. */
export const dueAt = ({
  status,
  receivedAt,
}: Pick<Objection, "status" | "receivedAt">): string | undefined => {
  if (status === "received") return after(receivedAt, answerDaysMax)
  return status === "answered" ? after(receivedAt, decideDaysMax) : undefined
}

export type ObjectionRow = Pick<
  Objection,
  "objectionId" | "status" | "site" | "siteName" | "receivedAt" | "demo"
>

export const objectionRow = (objection: Objection): ObjectionRow => {
  const { objectionId, status, site, siteName, receivedAt, demo } = objection
  return { objectionId, status, site, siteName, receivedAt, demo }
}

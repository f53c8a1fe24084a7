import type { Finding } from "@/lib/collateral"
import type { PersonRef } from "@/lib/kernel/actor"
import type { AuthorityId, CaseId, ReferralId } from "@/lib/kernel/id"

export const referralStatuses = [
  "draft",
  "approved",
  "delivered",
  "acknowledged",
  "accepted",
  "returned",
  "reported",
  "withdrawn",
] as const
export type ReferralStatus = (typeof referralStatuses)[number]

/** Working days an authority has to acknowledge; after that the referral shows as overdue. */
export const acknowledgeDaysMax = 3

/** A case handed to several authorities at once, of which each has a referral of its own. */
export type Joint = {
  readonly jointId: string
  /** The first is in the lead, the others assist. */
  readonly authorities: readonly AuthorityId[]
}

/** How many authorities may be handed a case at once: the four agencies, or a province with its cities. */
export const jointMax = 6

/** What of a case's sites could hurt others, and why the second person referred it all the same. */
export type Collateral = { readonly reason: string; readonly found: readonly Finding[] }

/** A case handed to the authority in charge. */
export type Referral = {
  readonly referralId: ReferralId
  readonly caseId: CaseId
  readonly authorityId: AuthorityId
  readonly status: ReferralStatus
  /** Why this authority. */
  readonly reason: string
  readonly joint?: Joint
  readonly site: string
  /** What people call the site where its own name is a code; absent of referrals from before it was kept. */
  readonly siteName?: string
  readonly campaign: string
  readonly draftedAt: string
  readonly draftedBy: PersonRef
  readonly approvedBy?: PersonRef
  readonly collateral?: Collateral
  readonly deliveredAt?: string
  readonly dueAt?: string
  /** When it was put on record that it is overdue. */
  readonly remindedAt?: string
  readonly acknowledgedAt?: string
  readonly returnedAt?: string
  readonly returnReason?: string
  readonly withdrawReason?: string
  readonly demo?: boolean
  readonly version: number
  readonly head: string
}

export type ReferralRow = Pick<
  Referral,
  | "referralId"
  | "caseId"
  | "authorityId"
  | "status"
  | "site"
  | "siteName"
  | "campaign"
  | "draftedAt"
  | "dueAt"
  | "remindedAt"
  | "returnedAt"
  | "demo"
>

export const referralRow = (referral: Referral): ReferralRow => {
  const { referralId, caseId, authorityId, status, site, siteName, campaign, draftedAt } = referral
  const { dueAt, remindedAt, returnedAt, demo } = referral
  return {
    referralId,
    caseId,
    authorityId,
    status,
    site,
    siteName,
    campaign,
    draftedAt,
    dueAt,
    remindedAt,
    returnedAt,
    demo,
  }
}

export const referralActs = [
  "edit",
  "approve",
  "deliver",
  "acknowledge",
  "accept",
  "return",
  "report",
  "withdraw",
] as const
export type ReferralAct = (typeof referralActs)[number]
const table: Readonly<Record<ReferralStatus, Partial<Record<ReferralAct, ReferralStatus>>>> = {
  draft: { edit: "draft", approve: "approved", withdraw: "withdrawn" },
  approved: { deliver: "delivered", withdraw: "withdrawn" },
  delivered: { acknowledge: "acknowledged", withdraw: "withdrawn" },
  acknowledged: { accept: "accepted", return: "returned", withdraw: "withdrawn" },
  accepted: { report: "reported", return: "returned", withdraw: "withdrawn" },
  returned: {},
  reported: {},
  withdrawn: {},
}

/** The status after an act, or undefined where the act is not possible. */
export const referralAfter = (status: ReferralStatus, act: ReferralAct): ReferralStatus | undefined =>
  table[status][act]

/** Whether it lies, or has lain, in the authority's inbox: its clock runs from then on. */
export const isDelivered = ({ dueAt }: Pick<Referral, "dueAt">) => dueAt !== undefined

/** Whether a referral of this status can lie in an authority's inbox. */
export const isInboxStatus = (status: ReferralStatus) => status !== "draft" && status !== "approved"

/** Whether nothing more is to come of it, so that its case may be closed. */
export const isEnded = ({ status }: Pick<Referral, "status">) => Object.keys(table[status]).length === 0

/** Whether the authority is at work on it, so that its officer may record measures. */
export const isActedOn = ({ status }: Pick<Referral, "status">) =>
  status === "acknowledged" || status === "accepted" || status === "reported"

/** Whether its authority has let the time to acknowledge it pass. */
export const isOverdue = ({ status, dueAt }: Pick<Referral, "status" | "dueAt">, now: string) =>
  dueAt !== undefined && dueAt < now && referralAfter(status, "acknowledge") !== undefined

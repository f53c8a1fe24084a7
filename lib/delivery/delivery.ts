import type { AuthorityId, CaseId, DeliveryId, ReferralId } from "@/lib/kernel/id"
import type { OutboxState, Tried } from "@/lib/outbox"
import type { Answered } from "./host-report"

export const deliveryTypes = ["referral.delivered", "referral.overdue", "referral.withdrawn"] as const
/** What a webhook tells. */
export type DeliveryType = (typeof deliveryTypes)[number]

/** Something that an authority's own system is to be told, until it has taken it or its time is over. */
export type Delivery = Tried & {
  readonly deliveryId: DeliveryId
  readonly referralId: ReferralId
  readonly caseId: CaseId
  readonly authorityId: AuthorityId
  readonly type: DeliveryType
  readonly state: OutboxState
  /** What is sent, the same at each try. */
  readonly body: string
  readonly queuedAt: string
  readonly site: string
  readonly siteName?: string
  readonly demo?: boolean
  /** Of a report to a host: what the host said last. */
  readonly answered?: Answered
  readonly version: number
  readonly head: string
}

export type DeliveryRow = Pick<
  Delivery,
  | "deliveryId"
  | "referralId"
  | "caseId"
  | "authorityId"
  | "type"
  | "state"
  | "queuedAt"
  | "dueAt"
  | "attempts"
  | "site"
  | "siteName"
  | "demo"
>

export const deliveryRow = (delivery: Delivery): DeliveryRow => {
  const { deliveryId, referralId, caseId, authorityId, type, state } = delivery
  const { queuedAt, dueAt, attempts, site, siteName, demo } = delivery
  return {
    deliveryId,
    referralId,
    caseId,
    authorityId,
    type,
    state,
    queuedAt,
    dueAt,
    attempts,
    site,
    siteName,
    demo,
  }
}

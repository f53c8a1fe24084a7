import type { AuthorityId, CaseId, DeliveryId, ReferralId } from "@/lib/kernel/id"
import type { Answered } from "./host-report"

export const deliveryStates = ["due", "done", "parked"] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const deliveryTypes = ["referral.delivered", "referral.overdue", "referral.withdrawn"] as const
/** What a webhook tells. */
export type DeliveryType = (typeof deliveryTypes)[number]

/** Something that an authority's own system is to be told, until it has taken it or its time is over. */
export type Delivery = {
  readonly deliveryId: DeliveryId
  readonly referralId: ReferralId
  readonly caseId: CaseId
  readonly authorityId: AuthorityId
  readonly type: DeliveryType
  readonly state: DeliveryState
  /** What is sent, the same at each try. */
  readonly body: string
  readonly queuedAt: string
  /** From when its three days count: when it was queued, or sent again by hand. */
  readonly since: string
  /** When it is tried next; when its end came where it is over. */
  readonly dueAt: string
  readonly attempts: number
  /** Tries since then: the pauses grow with them. */
  readonly tries: number
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

/** What came of one try. */
export type Answer = {
  /** Of HTTP, where the receiver answered at all. */
  readonly status?: number
  /** Why there was no answer, or the try was never made. */
  readonly error?: string
  /** The beginning of what it answered. */
  readonly text?: string
  readonly retryAfterSeconds?: number
}

export type Attempt = Omit<Answer, "retryAfterSeconds"> & {
  readonly number: number
  readonly at: string
  readonly tookMs: number
}

const second = 1_000
const hour = 3_600 * second
const firstPauseMs = 30 * second
const longestPauseMs = 4 * hour
/** So long a receiver may be down without losing anything. */
const patienceMs = 72 * hour
/** A quarter more or less, so that what failed together is not tried together. */
const jitter = 0.25

const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString()

export const isTaken = ({ status = 0 }: Pick<Answer, "status">) => status >= 200 && status < 300

/** The receiver says that it will never take anything again. */
const isGone = ({ status }: Pick<Answer, "status">) => status === 410

type Tried = Pick<Delivery, "since" | "tries">

/**
 * When to try again after a failure.
 * @param chance from 0 to 1
 * @returns undefined when it is time to give up: after three days, or where the receiver is gone
 */
export const nextTry = (
  { since, tries }: Tried,
  answer: Answer,
  now: string,
  chance: number,
): string | undefined => {
  const end = later(since, patienceMs)
  if (isGone(answer) || now >= end) return undefined
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** (tries - 1))
  const asked = Math.min(longestPauseMs, (answer.retryAfterSeconds ?? 0) * second)
  const next = later(now, Math.max(pause * (1 - jitter + 2 * jitter * chance), asked))
  return next < end ? next : end
}

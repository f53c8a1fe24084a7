import type { PersonRef } from "@/lib/kernel/actor"
import type { CaseId, TipId } from "@/lib/kernel/id"
import type { RewardClass } from "./rules"

export const rewardStatuses = ["claimed", "proposed", "awarded", "refused", "paid"] as const
export type RewardStatus = (typeof rewardStatuses)[number]

export const rewardActs = ["propose", "award", "refuse", "pay"] as const
export type RewardAct = (typeof rewardActs)[number]
const table: Readonly<Record<RewardStatus, Partial<Record<RewardAct, RewardStatus>>>> = {
  claimed: { propose: "proposed" },
  proposed: { propose: "proposed", award: "awarded", refuse: "refused" },
  awarded: { pay: "paid" },
  refused: {},
  paid: {},
}

/** The status after an act, or undefined where the act is not possible. */
export const rewardAfter = (status: RewardStatus, act: RewardAct): RewardStatus | undefined =>
  table[status][act]

/** What a case officer thinks a claim is worth; without a class, nothing. */
export type Proposal = {
  readonly class?: RewardClass
  /** CNY. */
  readonly amount: number
  /** What the reporter reads. */
  readonly wording: string
  readonly by: PersonRef
}

/** A reporter's claim of a reward, made by the receipt's code, without a name. */
export type Reward = {
  readonly tipId: TipId
  readonly caseId: CaseId
  readonly status: RewardStatus
  /** The sites that this tip was the first to report. */
  readonly sites: readonly string[]
  readonly claimedAt: string
  readonly proposal?: Proposal
  readonly decidedBy?: PersonRef
  readonly decidedAt?: string
  readonly paidAt?: string
  /** Of the payment, in the books of whoever paid. */
  readonly payment?: string
  readonly demo?: boolean
  readonly version: number
  readonly head: string
}

export type RewardRow = Pick<Reward, "tipId" | "caseId" | "status" | "sites" | "claimedAt" | "demo">

export const rewardRow = ({ tipId, caseId, status, sites, claimedAt, demo }: Reward): RewardRow => ({
  tipId,
  caseId,
  status,
  sites,
  claimedAt,
  demo,
})

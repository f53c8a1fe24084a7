import { campaignAfter, campaignStates } from "@/lib/campaign"
import { type CampaignAct, campaignActs } from "@/lib/campaign/campaign"
import { caseAfter, caseStatuses } from "@/lib/case"
import { type CaseAct, caseActs } from "@/lib/case/case"
import { type NoticeAct, noticeActs, noticeAfter, noticeStatuses } from "@/lib/notice/notice"
import {
  type ObjectionAct,
  objectionActs,
  objectionAfter,
  objectionStatuses,
} from "@/lib/objection/objection"
import { referralStatuses } from "@/lib/referral"
import { type ReferralAct, referralActs, referralAfter } from "@/lib/referral/referral"
import { type RewardAct, rewardActs, rewardAfter, rewardStatuses } from "@/lib/reward/reward"
import {
  type FigureSetAct,
  figureSetActs,
  figureSetAfter,
  figureSetStates,
} from "@/lib/statistics/figure-set"
import { after, tipStatuses } from "@/lib/tip"
import { type TipAct, tipActs } from "@/lib/tip/lifecycle"

export type Lifecycle = {
  readonly states: readonly string[]
  readonly acts: readonly string[]
  readonly next: (state: string, act: string) => string | undefined
  /** By which verb each act is done; several where several kinds of people do it. */
  readonly verbs: Readonly<Record<string, string>>
}

const lifecycle = <State extends string, Act extends string>(
  states: readonly State[],
  acts: readonly Act[],
  next: (state: State, act: Act) => string | undefined,
  verbs: Readonly<Record<Act, string>>,
): Lifecycle => ({ states, acts, verbs, next: (state, act) => next(state as State, act as Act) })

/** Every kind of record whose acts depend on how it stands. */
export const lifecycles = {
  tip: lifecycle(tipStatuses, tipActs, after, {
    claim: "tip.claim",
    "take-over": "tip.takeOver",
    release: "tip.release",
    ask: "tip.ask",
    answer: "tip.answer",
    accept: "tip.accept",
    decline: "tip.decline",
    "mark-duplicate": "tip.markDuplicate",
    reopen: "tip.reopen",
    withdraw: "tip.withdraw",
    "hand-over": "tip.handOver",
    escalate: "tip.escalate",
    appeal: "tip.appeal",
  } satisfies Record<TipAct, string>),
  case: lifecycle(caseStatuses, caseActs, caseAfter, {
    join: "case.open",
    refer: "referral.approve",
    act: "referral.accept",
    "record-measure": "measure.record",
    "propose-closing": "case.proposeClosing",
    close: "case.confirmClosing",
    reopen: "case.reopen",
  } satisfies Record<CaseAct, string>),
  referral: lifecycle(referralStatuses, referralActs, referralAfter, {
    edit: "referral.edit",
    approve: "referral.approve",
    deliver: "referral.deliver",
    acknowledge: "referral.acknowledge",
    accept: "referral.accept",
    return: "referral.return",
    report: "referral.report",
    withdraw: "referral.withdraw",
  } satisfies Record<ReferralAct, string>),
  notice: lifecycle(noticeStatuses, noticeActs, noticeAfter, {
    edit: "notice.edit",
    submit: "notice.submit",
    return: "notice.return",
    publish: "notice.approve",
  } satisfies Record<NoticeAct, string>),
  "figure set": lifecycle(["none", ...figureSetStates] as const, figureSetActs, figureSetAfter, {
    draft: "figures.draft",
    discard: "figures.discard",
    approve: "figures.approve",
  } satisfies Record<FigureSetAct, string>),
  campaign: lifecycle(campaignStates, campaignActs, campaignAfter, {
    "accept-tip": "tip.accept",
    "draft-figures": "figures.draft",
    "propose-end": "campaign.proposeEnd",
    "withdraw-end": "campaign.withdrawEnd",
    end: "campaign.end",
  } satisfies Record<CampaignAct, string>),
  objection: lifecycle(objectionStatuses, objectionActs, objectionAfter, {
    answer: "objection.answer",
    uphold: "objection.decide",
    reject: "objection.decide",
  } satisfies Record<ObjectionAct, string>),
  reward: lifecycle(rewardStatuses, rewardActs, rewardAfter, {
    propose: "reward.propose",
    award: "reward.decide",
    refuse: "reward.decide",
    pay: "reward.pay",
  } satisfies Record<RewardAct, string>),
} as const

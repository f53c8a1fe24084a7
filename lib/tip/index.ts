export { answerQuestion, askReporter } from "./ask"
export { changeLatestTip, changeTip, type LatestChange, tipChange } from "./change"
export { claimTip, releaseTip, renewClaim, takeOverTip } from "./claim"
export { getClaimedTip, getSeenTip, Seen } from "./claimed"
export { contentHashOf, createTip, isSameContent, newTip } from "./create"
export { acceptTip, declineTip } from "./decide"
export { findCodeHash, findTip, getTipRecord, messagesOf, shardOf } from "./find"
export { getTip, type TipFile } from "./get"
export { after } from "./lifecycle"
export { listTips, type Queue, queues, tipsOfHolder, undecidedRows } from "./list"
export { answerDaysMax, answerDueAt, answerMax, type Message, questionMax } from "./message"
export { latestOfSite, listUnderSites, tipsNamed, tipsOfSite } from "./site-tips"
export {
  awaitsAnswer,
  type Category,
  type Claim,
  categories,
  checkTargets,
  claimHolds,
  type DeclineReason,
  declineReasons,
  descriptionMax,
  descriptionMin,
  type Earning,
  earnings,
  leaseMinutes,
  rowOf,
  type Source,
  type Tip,
  TipContent,
  type TipRow,
  type TipStatus,
  TypedTargets,
  targetsMax,
  tipStatuses,
  type Urgency,
  urgencies,
} from "./tip"
export { meaningOf, type Understood, understandTargets } from "./understand"

export { changeLatestTip, changeTip, decideTip, type LatestChange, tipChange } from "./change"
export { claimTip, releaseTip, renewClaim, takeOverTip } from "./claim"
export { getClaimedTip, getSeenTip, Seen } from "./claimed"
export { contentHashOf, createTip, isSameContent, newTip } from "./create"
export { acceptTip, declineTip } from "./decide"
export {
  findCodeHash,
  findTip,
  getTipRecord,
  keyOfTip,
  messagesOf,
  readable,
  type StoredTip,
  shardOf,
  tipsIn,
} from "./find"
export { getTip, type TipFile } from "./get"
export { escalateTip, handedHours, handOverTip } from "./give-on"
export { labelTip } from "./label"
export { after } from "./lifecycle"
export {
  countArrived,
  listTips,
  type Queue,
  queues,
  tipsBetween,
  tipsOfHolder,
  tipsReceived,
  undecidedRows,
} from "./list"
export { ListedTip, latestOfSite, listUnderSites, tipsNamed, tipsOfSite } from "./site-tips"
export { appealDays, appealTip, appealUntil } from "./talk/appeal"
export { answerQuestion, askReporter } from "./talk/ask"
export { answerDaysMax, answerDueAt, answerMax, type Message, questionMax } from "./talk/message"
export {
  awaitsAnswer,
  type Category,
  type Claim,
  categories,
  checkTargets,
  claimHolds,
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

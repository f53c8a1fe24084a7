export { announceEvidence, announceFiles, completeEvidence, renewUpload } from "./add-evidence"
export { tipChange } from "./change"
export { claimTip, releaseTip } from "./claim"
export { acceptTip, declineTip, reopenTip } from "./decide"
export { getTipRecord } from "./find"
export { type Followed, followTip, openReceipt, type PublicStep, publicSteps, ReceiptKeys } from "./follow"
export { getTip, revealContact, type TipFile } from "./get"
export { listTips } from "./list"
export { numberOf, type Receipt } from "./receipt"
export { issueStatement, statementKeys, type Verification, verifyStatement } from "./statement"
export { Submission, type Submitted, submitTip } from "./submit"
export {
  type Category,
  categories,
  claimHolds,
  type DeclineReason,
  declineReasons,
  descriptionMax,
  descriptionMin,
  leaseMinutes,
  type Tip,
  type TipRow,
  type TipStatus,
  targetsMax,
  tipStatuses,
} from "./tip"

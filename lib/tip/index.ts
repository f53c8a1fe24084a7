export { announceEvidence, announceFiles, completeEvidence, renewUpload } from "./add-evidence"
export { answerQuestion, askReporter } from "./ask"
export { changeTip, tipChange } from "./change"
export { claimTip, releaseTip } from "./claim"
export { countEvidence } from "./count-evidence"
export { acceptTip, declineTip, reopenTip } from "./decide"
export { discardEvidence } from "./discard-evidence"
export { type Draft, draftHoursMax, dropDraft, keepDraft, openDraft } from "./draft"
export { sweepContacts, withdrawContact } from "./erase-contact"
export { findTip, getTipRecord } from "./find"
export { type Followed, followTip, openReceipt, type PublicStep, publicSteps, ReceiptKeys } from "./follow"
export { getTip, revealContact, type TipFile } from "./get"
export { getHeldTip, Seen } from "./held"
export { listTips, type Queue, queues } from "./list"
export { listReports, type ReportRow, reportsPerPageMax } from "./list-reports"
export { answerDaysMax, answerDueAt, answerMax, type Message, questionMax } from "./message"
export { offersNews } from "./news"
export { noteNews } from "./note-news"
export { numberOf, type Receipt, tipIdOf } from "./receipt"
export { sendNews } from "./send-news"
export { discardParts, listParts, partsPerRequestMax, permitParts, WantedPart } from "./send-parts"
export { readStatement, type Statement, type Verification } from "./signed-statement"
export { issueStatement, statementKeys, verifyStatement } from "./statement"
export { Submission, type Submitted, submitTip } from "./submit"
export { HolderReport, type Reported, submitReport } from "./submit-report"
export { stopNews, switchNews } from "./switch-news"
export {
  type Category,
  categories,
  claimHolds,
  type DeclineReason,
  declineReasons,
  descriptionMax,
  descriptionMin,
  earnings,
  leaseMinutes,
  type Tip,
  type TipRow,
  type TipStatus,
  targetsMax,
  tipStatuses,
  urgencies,
} from "./tip"
export { spellingsOf, type Understood, understandTargets } from "./understand"

export {
  type Case,
  type CaseAct,
  type CaseRow,
  type CaseStatus,
  caseAfter,
  caseRow,
  caseStatuses,
  nameOfCase,
  type Outcome,
  outcomes,
  siteNameOf,
} from "./case"
export { caseChange, freeSite, pointSite, repointSite } from "./change"
export { countKnown, type Known, openCasesOf, reportsOf } from "./count-known"
export { type HeardTip, heardTipsOf, moveDuplicates } from "./duplicates"
export { type CaseTip, caseTipsOf, getCaseRecord } from "./find"
export { caseCalled } from "./find-called"
export { type CaseFile, getCase, insiders, listCases, openedSince } from "./list"
export { type CaseTips, listCaseTips, type ReadableTip } from "./list-tips"
export { markDuplicate } from "./mark-duplicate"
export { openCase } from "./open-case"
export { moveAllTips, movedAtOnceMax, moveTips, openByHand } from "./regroup"
export { listRelatedCases, type Related } from "./related"
export { reopenTip } from "./reopen-tip"
export { undoMerge } from "./undo-merge"

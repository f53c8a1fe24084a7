export { answerObjection, decideObjection } from "./decide"
export {
  addObjectionFile,
  filesPerObjectionMax,
  type ObjectionEvidence,
  objectionFileBytesMax,
  permitObjectionFile,
} from "./files"
export { numberOfObjection } from "./find"
export { type FollowedObjection, followObjection } from "./follow"
export { getObjection, listObjections } from "./list"
export {
  answerDaysMax,
  decideDaysMax,
  dueAt,
  type Objection,
  type ObjectionAct,
  type ObjectionStatus,
  objectionAfter,
  objectionStatuses,
} from "./objection"
export { submitObjection } from "./submit"

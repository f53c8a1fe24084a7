export { recordAnswer } from "./answer-report"
export { listUpdates } from "./list-updates"
export { takeUpdate } from "./take-update"
export { type Update, UpdateContent } from "./update"

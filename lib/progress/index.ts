export { type ProgressStep, progressSteps, stepOf } from "./progress"
export { progressOf, tellProgress } from "./tell"

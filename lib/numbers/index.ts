export { daysMax, type Numbers, readNumbers } from "./read-workload"
export type { CategoryLine, DayLine, Durations, Workload } from "./workload"

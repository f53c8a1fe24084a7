import { z } from "zod"

const Hours = z.int().min(1).max(2_160)
const Points = z.int().min(0).max(100)

/** How much each reason weighs in a tip's priority. A tip that nothing presses has 0; the sum is a number to compare. */
export const Weights = z.object({
  "live-now": Points,
  children: Points,
  "exam-material": Points,
  "first-release": Points,
  /** The reporter answered a question: somebody has begun already. */
  answered: Points,
  /** The campaign looks at this kind of work. */
  focus: Points,
  /** Sent by a right holder, whose reports are checked before. */
  trusted: Points,
  evidence: Points,
  /** For each doubling of the reports that the open case of the site has. */
  reports: Points,
  "reports-max": Points,
  /** Grows evenly until the target is reached. */
  age: Points,
  /** Once it is later than the target. */
  overdue: Points,
})
export type Weights = z.infer<typeof Weights>
export const weightNames = Object.keys(Weights.shape) as (keyof Weights)[]

/** What the desk aims at. */
export const Targets = z.object({
  /** Within which a tip is to be looked at first. */
  firstReviewHours: Hours,
  /** Within which it is to be decided. */
  decisionHours: Hours,
  /** Of a hundred decisions, so many are looked at by a second moderator. */
  secondLookPercent: z.int().min(0).max(100),
  weights: Weights,
})
export type Targets = z.infer<typeof Targets>

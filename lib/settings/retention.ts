import { z } from "zod"

/**
 * How long the portal keeps what is not for good, each with the least and the most that an administrator may set. What
 * was promised when something came stays so: a change counts for what comes after it.
 */
export const retentionBounds = {
  /** A reporter's contact, from the report. The most is what the portal has always promised at the latest. */
  contactDays: [30, 365],
  /** An original, from its seal: long enough for a decision, and for its being contested. */
  receivedDays: [90, 365],
  /** An original, from the day on which its tip joined a case: as long as proceedings may ask for it. */
  caseYears: [3, 10],
} as const

export type RetentionName = keyof typeof retentionBounds
export const retentionNames = Object.keys(retentionBounds) as RetentionName[]

const within = (name: RetentionName) => {
  const [min, max] = retentionBounds[name]
  return z.int().min(min).max(max)
}

export const Retention = z.object({
  contactDays: within("contactDays"),
  receivedDays: within("receivedDays"),
  caseYears: within("caseYears"),
})
export type Retention = z.infer<typeof Retention>

export const defaultRetention: Retention = { contactDays: 365, receivedDays: 180, caseYears: 3 }

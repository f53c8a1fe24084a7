import { z } from "zod"

/**
 * The limits that an administrator may set, each with the least and the most that it may be: none can be set so low that
 * the portal is shut by it, nor so high that a receipt's code could be guessed. What each limits, and what holds where
 * none is set, is in lib/limits.
 */
export const limitBounds = {
  reportsPerMinute: [1, 100_000],
  reportsOfSite: [50, 100_000],
  wrongReceipts: [3, 50],
  siteChecks: [30, 10_000],
  objections: [3, 1_000],
  discards: [10, 1_000],
  batches: [1, 1_000],
  updates: [60, 100_000],
  siteLists: [1, 10_000],
} as const

export type LimitName = keyof typeof limitBounds
export const limitNames = Object.keys(limitBounds) as LimitName[]

const boundOf = (name: LimitName) => {
  const [min, max] = limitBounds[name]
  return z.int().min(min).max(max).optional()
}

/** What was set; absent, the portal's own number holds. */
export const SetLimits = z.object(
  Object.fromEntries(limitNames.map((name) => [name, boundOf(name)])) as Record<
    LimitName,
    ReturnType<typeof boundOf>
  >,
)
export type SetLimits = z.infer<typeof SetLimits>

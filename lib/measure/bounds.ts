import type { Metric } from "@/lib/campaign"
import type { Measure } from "./measure"

/**
 * What one entry can plausibly say, well above any that a campaign has had on one day and well below what a whole one
 * adds up to: beyond it a typing error is likelier than the measure.
 */
const plausibleMax: Readonly<Record<Metric, number>> = {
  "websites-examined": 10_000,
  "websites-closed": 200,
  "links-removed": 100_000,
  "items-seized": 1_000_000,
  "cases-investigated": 100,
  "criminal-cases": 20,
  "criminal-value": 100_000_000,
}

/** Whether a second person has to confirm an entry before it counts anywhere. */
export const isBeyondBound = ({ metric, quantity }: Pick<Measure, "metric" | "quantity">): boolean =>
  quantity > plausibleMax[metric]

/** Whether an entry is part of any figure. */
export const counts = ({ needsConfirmation, confirmedAt }: Measure): boolean =>
  !needsConfirmation || confirmedAt !== undefined

/** Whether a second person has yet to confirm or refuse an entry. */
export const awaitsSecond = ({ needsConfirmation, confirmedAt, refusedAt }: Measure): boolean =>
  needsConfirmation === true && confirmedAt === undefined && refusedAt === undefined

type Window = { readonly period?: { readonly from: string }; readonly endedOn?: string }

/**
 * Whether a day lies in a campaign's time: from its first month to the day it ended. One that runs on beyond the month
 * it was planned for takes measures until it is ended.
 */
export const isInWindow = ({ period, endedOn }: Window, day: string): boolean =>
  (!period || day.slice(0, 7) >= period.from) && (endedOn === undefined || day <= endedOn)

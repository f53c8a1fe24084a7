import { update, type Write } from "@/lib/store/transact"
import type { Metric } from "./campaign"
import { FigureEntity } from "./campaign.entity"

/** Adds a ledger entry to its running figure; negative for a reversal. One part of another noun's transaction. */
export const addToRunningFigure = (entry: {
  readonly campaign: string
  readonly metric: Metric
  readonly quantity: number
  readonly at: string
}): Write =>
  update(
    FigureEntity.upsert({
      campaign: entry.campaign,
      status: "running",
      metric: entry.metric,
      asOf: entry.at,
    }).add({
      value: entry.quantity,
    }),
  )

import { put, remove, type Write } from "@/lib/store/transact"
import { type Figure, type Metric, metrics, type PublishedStatus } from "./campaign"
import { FigureEntity } from "./campaign.entity"

type Published = {
  readonly campaign: string
  readonly status: PublishedStatus
  readonly asOf: string
  readonly publishedOn: string
  readonly figures: readonly {
    readonly metric: Metric
    readonly value: number
    readonly ledger: NonNullable<Figure["ledger"]>
  }[]
}

/**
 * Puts a set of figures in the place of the one published with the same status. A metric that is not in it has no
 * such figure any more. One part of another noun's transaction.
 */
export const publishFigures = ({ campaign, status, asOf, publishedOn, figures }: Published): Write[] =>
  metrics.map((metric) => {
    const figure = figures.find((one) => one.metric === metric)
    return figure
      ? put(FigureEntity.put({ ...figure, precision: "exact", campaign, status, asOf, publishedOn }))
      : remove(FigureEntity.delete({ campaign, status, metric }))
  })

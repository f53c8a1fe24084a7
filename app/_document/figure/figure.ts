import { type Figure, type FigureStatus, type Metric, metrics } from "@/lib/campaign"

export type FigureSet = { readonly status: FigureStatus; readonly figures: readonly Figure[] }

/** Final, interim and running figures each in a set of their own, never added up; what was published comes first. */
export const figureSets = (figures: readonly Figure[]): FigureSet[] =>
  (["final", "interim", "running"] as const)
    .map((status) => ({
      status,
      figures: metrics.flatMap((metric) =>
        figures.filter((figure) => figure.metric === metric && figure.status === status),
      ),
    }))
    .filter((set) => set.figures.length > 0)

/** The figure that stands for a campaign: the final one, or the interim one where nothing later is known. */
export const standing = (figures: readonly Figure[], metric: Metric): Figure | undefined => {
  const ofMetric = figures.filter((figure) => figure.metric === metric)
  return (
    ofMetric.find(({ status }) => status === "final") ?? ofMetric.find(({ status }) => status === "interim")
  )
}

/** Whether no official page gives the figure: the press or a repost alone does. */
export const isRepost = ({ sources }: Pick<Figure, "sources">): boolean =>
  sources.length > 0 && sources.every(({ official }) => !official)

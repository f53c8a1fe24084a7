import type { Locale } from "@/app/_words"

/** The seven figures, in the order in which a notice tells them. */
export const metrics = [
  "websites-examined",
  "websites-closed",
  "links-removed",
  "items-seized",
  "cases-investigated",
  "criminal-cases",
  "criminal-value",
] as const
export type Metric = (typeof metrics)[number]

export type FigureStatus = "interim" | "final" | "running"

export type Source = {
  readonly title: string
  readonly publisher: string
  readonly date: string
  readonly url: string
  readonly official: boolean
}

/** A figure as a page shows it: with all that says how far to trust it. */
export type ShownFigure = {
  readonly metric: Metric
  readonly value: number
  readonly status: FigureStatus
  /** `2017`, `2017-07`, `2018-01-16` or an ISO time. */
  readonly asOf: string
  readonly rounded: boolean
  readonly note?: string | Readonly<Record<Locale, string>> | undefined
  readonly sources: readonly Source[]
}

export type FigureSet = { readonly status: FigureStatus; readonly figures: readonly ShownFigure[] }

/** Interim, final and running figures each in a set of their own: they are never added up. */
export const figureSets = (figures: readonly ShownFigure[]): FigureSet[] =>
  (["running", "final", "interim"] as const)
    .map((status) => ({
      status,
      figures: metrics.flatMap((metric) =>
        figures.filter((figure) => figure.metric === metric && figure.status === status),
      ),
    }))
    .filter(({ figures }) => figures.length > 0)

/** The figure that stands for a campaign: the final one, or the interim one where nothing later is known. */
export const standing = (figures: readonly ShownFigure[], metric: Metric): ShownFigure | undefined => {
  const ofMetric = figures.filter((figure) => figure.metric === metric)
  return (
    ofMetric.find(({ status }) => status === "final") ?? ofMetric.find(({ status }) => status === "interim")
  )
}

import { z } from "zod"
import { AskedSlug } from "@/lib/kernel/id"

const Bilingual = z.object({ zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) })
const Month = z.string().regex(/^\d{4}-\d{2}$/)

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

/** Where a figure was published. `official` marks a page on the administration's or the government's own domain. */
export const Source = z.object({
  title: z.string(),
  publisher: z.string(),
  date: z.string(),
  url: z.string(),
  official: z.boolean(),
  /** The page's own Chinese title, where it was read. */
  titleZh: z.string().optional(),
})
export type Source = z.infer<typeof Source>

export const figureStatuses = ["interim", "final", "running"] as const
export type FigureStatus = (typeof figureStatuses)[number]
/** What a figure can be published as. */
export const publishedStatuses = ["interim", "final"] as const satisfies readonly FigureStatus[]
export type PublishedStatus = (typeof publishedStatuses)[number]

/** How sure a number is, in its source's words: it rounds or says "about"; it says "more than"; it says "up to". */
export const precisions = ["exact", "rounded", "at-least", "at-most"] as const
export type Precision = (typeof precisions)[number]

/** What a figure counts where that is wider than its metric. */
export const widerUnits = ["websites-and-apps"] as const
export type WiderUnit = (typeof widerUnits)[number]

/** One number of a campaign. A metric that nobody has a number for has no figure: absent is not zero. */
export type Figure = {
  readonly metric: Metric
  /** In the metric's unit: websites, links, items, cases or CNY. */
  readonly value: number
  /** `running` is the ledger's present sum, not a published figure. */
  readonly status: FigureStatus
  readonly precision: Precision
  /** Up to when it counts, where that is stated: a day; a time for a running figure. */
  readonly asOf?: string
  /** A day, or as much of a date as the source gives; a time where this portal published it. */
  readonly publishedOn?: string
  readonly counts?: WiderUnit
  readonly note?: string
  readonly sources: readonly Source[]
  /**
   * Of a figure that was published here: the revision it stands in, and how many entries of the ledger it is the sum
   * of. None: the publishers state that it is zero. Of those, how many take another one back; absent of figures from
   * before it was told.
   */
  readonly ledger?: { readonly revision: number; readonly entries: number; readonly reversals?: number }
}

export const CampaignInput = z.object({
  slug: AskedSlug.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  year: z.int().min(2005).max(2100),
  ordinal: z.int().positive().optional(),
  name: Bilingual,
  period: z.object({ from: Month, to: Month.optional() }).optional(),
  agencies: z.array(z.string()).min(1),
  focus: z.array(z.string()),
  /** Why a past campaign has no figures, where more is known than that none were found. */
  absent: Bilingual.optional(),
  demo: z.boolean().optional(),
  /** Whether the public sees the running count, which nobody has approved. */
  showsRunning: z.boolean().optional(),
  /** Whether a reward can be claimed for reports that its cases verify. */
  offersRewards: z.boolean().optional(),
})

export const campaignStates = ["past", "running", "ended"] as const
export type CampaignState = (typeof campaignStates)[number]
export const campaignActs = ["accept-tip", "draft-figures", "propose-end", "withdraw-end", "end"] as const
export type CampaignAct = (typeof campaignActs)[number]
const table: Readonly<Record<CampaignState, Partial<Record<CampaignAct, CampaignState>>>> = {
  past: {},
  running: {
    "accept-tip": "running",
    "draft-figures": "running",
    "propose-end": "running",
    "withdraw-end": "running",
    end: "ended",
  },
  ended: { "draft-figures": "ended" },
}

/** The state after an act, or undefined where the act is not possible. */
export const campaignAfter = (state: CampaignState, act: CampaignAct): CampaignState | undefined =>
  table[state][act]

export type Campaign = z.infer<typeof CampaignInput> & {
  /** `past` campaigns were imported with their published figures; the others count their own ledger. */
  readonly state: CampaignState
  /** The last day of one that ended here. */
  readonly endedOn?: string
}

const order = new Map<string, number>(metrics.map((metric, at) => [metric, at]))
const statusOrder = new Map<string, number>(figureStatuses.map((status, at) => [status, at]))

/** As a notice lists them: by status, then in the order of the metrics. */
export const inOrder = (figures: readonly Figure[]): Figure[] =>
  figures.toSorted(
    (a, b) =>
      (statusOrder.get(b.status) ?? 0) - (statusOrder.get(a.status) ?? 0) ||
      (order.get(a.metric) ?? 0) - (order.get(b.metric) ?? 0),
  )

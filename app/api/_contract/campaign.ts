import { z } from "zod"
import {
  type Figure as CampaignFigure,
  CampaignInput,
  campaignStates,
  figureStatuses,
  type Metric,
  metrics,
  precisions,
  publishedStatuses,
  Source,
  widerUnits,
} from "@/lib/campaign"
import { figuresOf, type PublishedSet } from "@/lib/statistics"

const Campaign = CampaignInput.extend({
  state: z.enum(campaignStates).meta({
    description:
      "A `past` campaign was imported with its published figures; the figures of the others are counted from the ledger.",
  }),
  endedOn: z.iso.date().optional(),
}).meta({ id: "Campaign" })
export const Campaigns = z.object({ campaigns: z.array(Campaign) }).meta({ id: "Campaigns" })

const units: Readonly<Record<Metric, string>> = {
  "websites-examined": "websites",
  "websites-closed": "websites",
  "links-removed": "links",
  "items-seized": "items",
  "cases-investigated": "cases",
  "criminal-cases": "cases",
  "criminal-value": "CNY",
}

export const Figure = z
  .object({
    metric: z.enum(metrics),
    unit: z.string(),
    value: z.number(),
    status: z.enum(figureStatuses).meta({
      description:
        "Interim figures are included in final figures: never add them together. `running` has not been approved.",
    }),
    precision: z.enum(precisions).meta({
      description:
        "What the source says: `rounded` (it rounds or says “about”), `at-least` (“more than”), `at-most` (“up to”).",
    }),
    rounded: z.boolean().meta({ description: "true unless `precision` is `exact`." }),
    asOf: z.string().optional().meta({
      description:
        "Up to when the figure counts, a day or a time; absent where the source does not state it.",
    }),
    publishedOn: z.string().optional().meta({
      description: "When it was published: a day or a time, or as much of a date as the source gives.",
    }),
    counts: z.enum(widerUnits).optional().meta({
      description:
        "What is counted where that is wider than the metric: not comparable with its other years.",
    }),
    note: z.string().optional(),
    sources: z.array(Source),
    ledger: z.object({ revision: z.int(), entries: z.int(), reversals: z.int().optional() }).optional().meta({
      description:
        "For a figure published by this portal: its revision and the number of ledger entries it sums. With no entries, the publishers state that it is zero. `reversals` of the entries take another one back since it was wrong.",
    }),
  })
  .meta({ id: "Figure", description: "A metric without a source is absent; absent does not mean zero." })
export type Figure = z.infer<typeof Figure>

const revisionHead = {
  number: z.int(),
  status: z.enum(publishedStatuses),
  asOf: z.iso.date(),
  publishedAt: z.iso.datetime(),
}
export const Figures = z
  .object({
    campaign: z.string(),
    figures: z.array(Figure),
    revisions: z.array(z.object(revisionHead)).meta({
      description:
        "The revisions that this portal has published, newest first; each remains available at …/figures/{number}.",
    }),
  })
  .meta({ id: "Figures" })
export const Revision = z
  .object({
    campaign: z.string(),
    ...revisionHead,
    latest: z
      .int()
      .meta({ description: "The number of the latest revision; earlier revisions are superseded." }),
    figures: z.array(
      Figure.extend({
        entriesHash: z.string().meta({
          description:
            "SHA-256 of the sorted identifiers of the entries, as JSON, to prove later which entries were included.",
        }),
      }).meta({ id: "RevisionFigure" }),
    ),
  })
  .meta({ id: "Revision" })
export const CampaignFigures = z
  .object({ campaign: Campaign, figures: z.array(Figure) })
  .meta({ id: "CampaignFigures" })

export const openFigures = (figures: readonly CampaignFigure[]): Figure[] =>
  figures.map(({ metric, sources, ...figure }) => ({
    metric,
    unit: units[metric],
    ...figure,
    rounded: figure.precision !== "exact",
    sources: [...sources],
  }))

export const revisionHeads = (revisions: readonly PublishedSet[]) =>
  revisions.map(({ number, status, asOf, publishedAt }) => ({ number, status, asOf, publishedAt }))

export const openRevision = (revision: PublishedSet) => ({
  ...revision,
  figures: openFigures(figuresOf(revision)).map((figure, at) => ({
    ...figure,
    entriesHash: revision.figures[at]?.entriesHash ?? "",
  })),
})

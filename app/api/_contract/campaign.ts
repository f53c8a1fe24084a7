import { stringify } from "csv-stringify/sync"
import { z } from "zod"
import {
  type Figure as CampaignFigure,
  CampaignInput,
  campaignStates,
  figureStatuses,
  type Metric,
  metrics,
  publishedStatuses,
  Source,
} from "@/lib/campaign"
import { figuresOf, type PublishedSet } from "@/lib/statistics"

const Campaign = CampaignInput.extend({
  state: z.enum(campaignStates).meta({
    description: "A `past` one was taken over with its published figures; the others count their own ledger.",
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
        "Interim and final figures are counted differently: never mix them. `running` is not published yet.",
    }),
    asOf: z.string().meta({ description: "A day or a time, or as much of a date as the source gives." }),
    rounded: z.boolean(),
    note: z.string().optional(),
    sources: z.array(Source),
    ledger: z.object({ revision: z.int(), entries: z.int() }).optional().meta({
      description:
        "Of a figure published here: the revision it stands in, and of how many ledger entries it is the sum. No entry: the publishers state that it is zero.",
    }),
  })
  .meta({ id: "Figure", description: "A metric that no source gives is absent; absent is not zero." })
type Figure = z.infer<typeof Figure>

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
        "What this portal published of the campaign, newest first; each stays at …/figures/{number}.",
    }),
  })
  .meta({ id: "Figures" })
export const Revision = z
  .object({
    campaign: z.string(),
    ...revisionHead,
    latest: z.int().meta({ description: "The newest revision's number; what came before it is superseded." }),
    figures: z.array(
      Figure.extend({
        entriesHash: z.string().meta({
          description: "SHA-256 of the sorted ids of the entries, as JSON: proves later what was added up.",
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

/** One line a figure, for a spreadsheet: marked as UTF-8, and no cell that it would run as a formula. */
export const figuresCsv = (campaign: string, figures: readonly Figure[]): string =>
  stringify(
    figures.map(({ sources, ledger, ...figure }) => ({
      campaign,
      ...figure,
      ...ledger,
      sources: sources.map(({ title, publisher, url }) => `${title} (${publisher}) ${url}`).join(" | "),
    })),
    {
      header: true,
      bom: true,
      escape_formulas: true,
      cast: { boolean: String },
      columns: [
        "campaign",
        "metric",
        "unit",
        "value",
        "status",
        "asOf",
        "rounded",
        "note",
        "sources",
        "revision",
        "entries",
      ],
    },
  )

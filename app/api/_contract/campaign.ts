import { stringify } from "csv-stringify/sync"
import { z } from "zod"
import {
  type Figure as CampaignFigure,
  CampaignInput,
  figureStatuses,
  type Metric,
  metrics,
  Source,
} from "@/lib/campaign"

const Campaign = CampaignInput.extend({ state: z.enum(["past", "running"]) }).meta({ id: "Campaign" })
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
  })
  .meta({ id: "Figure", description: "A metric that no source gives is absent; absent is not zero." })
type Figure = z.infer<typeof Figure>

export const Figures = z.object({ campaign: z.string(), figures: z.array(Figure) }).meta({ id: "Figures" })
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

/** One line a figure, for a spreadsheet: marked as UTF-8, and no cell that it would run as a formula. */
export const figuresCsv = (campaign: string, figures: readonly Figure[]): string =>
  stringify(
    figures.map(({ sources, ...figure }) => ({
      campaign,
      ...figure,
      sources: sources.map(({ title, publisher, url }) => `${title} (${publisher}) ${url}`).join(" | "),
    })),
    {
      header: true,
      bom: true,
      escape_formulas: true,
      cast: { boolean: String },
      columns: ["campaign", "metric", "unit", "value", "status", "asOf", "rounded", "note", "sources"],
    },
  )

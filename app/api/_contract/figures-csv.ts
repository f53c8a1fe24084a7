import { stringify } from "csv-stringify/sync"
import type { Figure } from "./campaign"

/** The columns of figures.csv. Clients go by their order: add new ones at the end. */
export const figureColumns = [
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
  "publishedOn",
  "precision",
  "counts",
  "reversals",
]

/** Figures for a spreadsheet, one per line: marked as UTF-8, and without cells that it would run as formulas. */
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
      record_delimiter: "windows",
      cast: { boolean: String },
      columns: figureColumns,
    },
  )

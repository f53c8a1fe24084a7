import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import type { Source } from "./campaign"
import facts from "./data/campaigns.json" with { type: "json" }

export type HistoryRow = { readonly text: string; readonly source: Source }

const sources: Readonly<Record<string, Source>> = facts.sources

/**
 * Cumulative counts of the years before the record begins, as their sources word them. They have scopes of their own,
 * so they are text: nobody can add them to a campaign's figures.
 */
export const listHistory = verb(
  { name: "campaign.listHistory", by: ["visitor"], input: z.object({}) },
  async (): Promise<HistoryRow[]> =>
    facts.history.rows.flatMap(({ text, source: id }) => {
      const source = sources[id]
      return source ? [{ text, source }] : []
    }),
)

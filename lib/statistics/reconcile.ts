import { z } from "zod"
import { listCampaigns, type Metric, runningFiguresOf } from "@/lib/campaign"
import { verb } from "@/lib/kernel/verb"
import { ledgerOf } from "@/lib/measure"
import { countAgain } from "./figure-set"
import { revisionsOf } from "./read-figures"

export type Difference = {
  readonly campaign: string
  readonly metric: string
  /** The published set that the figure stands in; none: the running count. */
  readonly revision?: number
  /** What was counted or published; absent is not zero. */
  readonly shown: number | undefined
  /** What the ledger's entries add up to. */
  readonly ledger: number | undefined
}

/**
 * Adds up every ledger anew and holds it against the running figures, and, as it stood at the time, against every
 * published revision. Changes nothing.
 */
export const reconcileFigures = verb(
  { name: "statistics.reconcile", by: ["system", "auditor", "administrator"], input: z.object({}) },
  async (ctx): Promise<{ checked: number; differences: Difference[] }> => {
    const all: Difference[] = []
    for (const { slug } of await listCampaigns(ctx, {})) {
      const [ledger, running, revisions] = await Promise.all([
        ledgerOf(slug),
        runningFiguresOf(slug),
        revisionsOf(slug),
      ])
      const sums = [...Map.groupBy(ledger, ({ metric }) => metric)].map(([metric, entries]) => ({
        metric,
        value: entries.reduce((sum, { quantity }) => sum + quantity, 0),
      }))
      all.push(...compared(running, sums).map((one) => ({ campaign: slug, ...one })))
      for (const revision of revisions)
        all.push(
          ...compared(revision.figures, countAgain(ledger, revision)).map((one) => ({
            campaign: slug,
            revision: revision.number,
            ...one,
          })),
        )
    }
    return { checked: all.length, differences: all.filter(({ shown, ledger }) => shown !== ledger) }
  },
)

type Sum = { readonly metric: Metric; readonly value: number }

const compared = (shown: readonly Sum[], ledger: readonly Sum[]) =>
  [...new Set([...shown, ...ledger].map(({ metric }) => metric))].map((metric) => ({
    metric,
    shown: shown.find((one) => one.metric === metric)?.value,
    ledger: ledger.find((one) => one.metric === metric)?.value,
  }))

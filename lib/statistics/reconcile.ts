import { z } from "zod"
import { listCampaigns, runningFiguresOf } from "@/lib/campaign"
import { entriesOf } from "@/lib/enforcement"
import { verb } from "@/lib/kernel/verb"

export type Difference = {
  readonly campaign: string
  readonly metric: string
  /** What the public page shows; absent is not zero. */
  readonly running: number | undefined
  /** What the ledger's entries add up to. */
  readonly ledger: number | undefined
}

/** Adds up every ledger anew and holds it against the running figures. Changes nothing. */
export const reconcileFigures = verb(
  { name: "statistics.reconcile", by: ["system", "auditor", "administrator"], input: z.object({}) },
  async (ctx): Promise<{ checked: number; differences: Difference[] }> => {
    const differences: Difference[] = []
    let checked = 0
    for (const { slug } of await listCampaigns(ctx, {})) {
      const ledger = new Map<string, number>()
      for await (const { metric, quantity } of entriesOf(slug))
        ledger.set(metric, (ledger.get(metric) ?? 0) + quantity)
      const running = new Map<string, number>(
        (await runningFiguresOf(slug)).map(({ metric, value }) => [metric, value]),
      )
      for (const metric of new Set([...ledger.keys(), ...running.keys()])) {
        checked += 1
        const difference = {
          campaign: slug,
          metric,
          running: running.get(metric),
          ledger: ledger.get(metric),
        }
        if (difference.running !== difference.ledger) differences.push(difference)
      }
    }
    return { checked, differences }
  },
)

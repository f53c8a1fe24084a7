import { randomInt } from "node:crypto"
import { metrics } from "@/lib/campaign"
import { randomText } from "@/lib/kernel/id"
import { recordMeasure } from "@/lib/measure"
import { acceptTip, claimTip, getTip } from "@/lib/tip"
import { as } from "@/tests/support/people"
import { persist } from "./persist"

/** One moderator: claims and accepts, and looks again when an answer was lost. */
export const accept = (tipId: string, campaign: string) =>
  persist(async () => {
    const { tip } = await getTip(as("mei"), { tipId })
    if (tip.status === "accepted") return
    const { version } = await claimTip(as("mei"), { tipId })
    await acceptTip(as("mei"), { tipId, version, campaign })
  })

export type Recorded = { readonly metric: string; readonly quantity: number }

/** One officer: records a measure in the case of a tip, under the form's own key, until it is acknowledged. */
export const record = async (tipId: string): Promise<Recorded> => {
  const caseId = await persist(async () => {
    const { tip } = await getTip(as("cai"), { tipId })
    if (!tip.caseId) throw new Error(`${tipId} has no case yet`)
    return tip.caseId
  })
  const metric = metrics[randomInt(metrics.length)] ?? metrics[0]
  // So few that no second person has to confirm them.
  const quantity = randomInt(1, 20)
  const key = randomText(16)
  const takenOn = new Date().toISOString().slice(0, 10)
  await persist(() =>
    recordMeasure(as("cai"), { caseId, metric, quantity, takenOn, key, document: "Minutes 1" }),
  )
  return { metric, quantity }
}

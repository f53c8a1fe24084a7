import { eventsOf } from "@/lib/audit"
import { findCampaign } from "@/lib/campaign"
import { type Case, getCaseRecord } from "@/lib/case"
import type { TipId } from "@/lib/kernel/id"
import { findTip } from "@/lib/tip"
import { caseOfTip, firstOfSite } from "./precedence"
import { claimDaysMax, verifyingOutcomes } from "./rules"

/** Whether a reward can be claimed for a tip, and if not, why. */
export type Standing =
  | { readonly is: "open"; readonly found: Case; readonly sites: readonly string[]; readonly until: string }
  /** Another report named all of these sites before. */
  | { readonly is: "later" }
  /** The campaign offers none, the case goes on, found nothing, or the time is over. */
  | { readonly is: "none" }

const none = { is: "none" } as const

/** Whether a case has found right what was reported, as it stands now. */
export const isVerified = ({ status, outcome }: Case): boolean =>
  status === "closed" && verifyingOutcomes.some((one) => one === outcome)

/** @param now as of when */
export const standingOf = async (tipId: TipId, now: string): Promise<Standing> => {
  const tip = await findTip(tipId)
  const caseId = tip && (await caseOfTip(tip))
  if (!tip || !caseId || tip.source || tip.canary) return none
  const found = await getCaseRecord(caseId)
  if (!isVerified(found)) return none
  if (!(await findCampaign(found.campaign))?.offersRewards) return none
  const until = await claimUntil(found)
  if (!until || now > until) return none
  const firsts = await Promise.all(tip.sites.filter((site) => found.sites.includes(site)).map(firstOfSite))
  const sites = firsts.flatMap((first) => (first?.tipId === tipId ? first.site : []))
  return sites.length > 0 ? { is: "open", found, sites, until } : { is: "later" }
}

const claimUntil = async ({ caseId }: Case): Promise<string | undefined> => {
  const closed = (await eventsOf(caseId)).findLast(({ type }) => type === "case.closed")
  return closed && new Date(Date.parse(closed.at) + claimDaysMax * 86_400_000).toISOString()
}

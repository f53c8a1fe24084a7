import { findCampaign, openCampaign } from "@/lib/campaign"
import { openCase } from "@/lib/case"
import { claimReward } from "@/lib/reward"
import { getTipRecord, listUnderSites } from "@/lib/tip"
import { acceptedTip } from "./factory"
import { closeCase } from "./listed"
import { reporterOf, system } from "./people"

export const rewarding = "rewarding-2026"

/** A running campaign that offers rewards. */
export const rewardingCampaign = async () => {
  if (await findCampaign(rewarding)) return
  await openCampaign(system(), {
    slug: rewarding,
    year: 2026,
    name: { zh: "设奖行动", en: "Campaign with rewards" },
    agencies: ["mps"],
    focus: [],
    offersRewards: true,
    demo: true,
  })
}

/** An accepted tip on these addresses that joined its case, listed under its sites as the reaction does. */
export const joinedTip = async (...targets: string[]) => {
  await rewardingCampaign()
  const { tipId } = await acceptedTip({ targets }, rewarding)
  await listUnderSites(system(), await getTipRecord(tipId))
  return { tipId, caseId: (await openCase(system(), { tipId, campaign: rewarding }))?.caseId ?? "none" }
}

/** A reward that was claimed for the only report of a case, which was closed. */
export const claimedReward = async (site: string) => {
  const joined = await joinedTip(`https://${site}/watch`)
  await closeCase(joined.caseId)
  await claimReward(reporterOf(joined.tipId), {})
  return joined
}

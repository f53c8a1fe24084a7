import { campaignAfter, findCampaign } from "@/lib/campaign"
import { invalid } from "@/lib/kernel/errors"
import { readTargets } from "@/lib/target"
import type { Case } from "./case"

/**
 * What a typed address or name stands for as the site of a case, and whether its campaign takes one.
 * @throws {DomainError} invalid what the reader of addresses says, `one-site`, `campaign-unknown`,
 * `campaign-not-running`
 */
export const siteFor = async (
  typed: string,
  slug: string,
): Promise<Pick<Case, "site" | "siteName" | "demo">> => {
  const readings = readTargets([typed])
  const broken = readings.find((reading) => "rule" in reading)
  if (broken && "rule" in broken) throw invalid(["typed"], broken.rule)
  const targets = readings.flatMap((reading) => ("target" in reading ? [reading.target] : []))
  const [target] = targets
  if (!target) throw invalid(["typed"], "required")
  if (new Set(targets.map(({ site }) => site)).size > 1) throw invalid(["typed"], "one-site")
  const campaign = await findCampaign(slug)
  if (!campaign) throw invalid(["campaign"], "campaign-unknown")
  if (!campaignAfter(campaign.state, "accept-tip")) throw invalid(["campaign"], "campaign-not-running")
  return {
    site: target.site,
    siteName: target.kind === "name" ? target.text.slice(0, 120) : undefined,
    demo: campaign.demo,
  }
}

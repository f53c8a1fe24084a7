import { type Case, caseTipsOf } from "@/lib/case"
import type { CaseId } from "@/lib/kernel/id"
import { listingOf, type Target } from "@/lib/target"
import { getTipRecord } from "@/lib/tip"
import { EstimateEntity } from "./routing.entity"
import type { CaseFacts, SiteKind } from "./rule"

/** How many of a case's tips are read for its facts. */
const tipsReadMax = 30

const kindOf = ({ kind, site }: Pick<Target, "kind" | "site">): SiteKind => {
  if (listingOf(site)) return "platform"
  return kind === "url" ? "website" : kind
}

export const findEstimate = async (caseId: CaseId) =>
  (await EstimateEntity.get({ caseId }).go({ consistent: true })).data ?? undefined

const distinct = <One>(all: readonly One[]): One[] => [...new Set(all)]

/** What the rules look at of a case, from its first tips and the officers' estimate. Never who reported. */
export const factsOf = async ({ caseId, sites, tipCount }: Case): Promise<CaseFacts> => {
  const [joined, estimate] = await Promise.all([caseTipsOf(caseId), findEstimate(caseId)])
  const tips = await Promise.all(joined.slice(0, tipsReadMax).map(({ tipId }) => getTipRecord(tipId)))
  return {
    categories: distinct(tips.map(({ category }) => category)),
    kinds: distinct(tips.flatMap(({ targets }) => targets.map(kindOf))),
    earnings: distinct(tips.flatMap(({ paysBy }) => paysBy ?? [])),
    tips: tipCount,
    sites: sites.length,
    gain: estimate?.gain,
    works: estimate?.works,
  }
}

import type { Case, Outcome } from "@/lib/case"
import type { CaseId } from "@/lib/kernel/id"

/** One site that a closed case confirmed. It stays on record when it is removed. */
export type ListedSite = {
  readonly caseId: CaseId
  readonly site: string
  /** What people call it, where it is no address: an app's name. */
  readonly siteName?: string
  readonly campaign: string
  readonly outcome: Outcome
  readonly listedAt: string
  /** When the case was opened again, which takes its sites from the list. */
  readonly removedAt?: string
  /** The case's version when an objection was right: the site comes back only when the case is closed anew. */
  readonly overturnedAt?: number
  readonly demo?: boolean
}

/**
 * The sites that a case puts on the list: those that two people confirmed when they closed it (docs/decisions/0070).
 * A case that was found to be without ground confirms none.
 */
export const confirmedSites = ({ status, outcome, closing, sites }: Case): readonly string[] =>
  status === "closed" && outcome !== "unfounded"
    ? (closing?.sites ?? []).filter((site) => sites.includes(site))
    : []

/** Where a site stands by all cases that ever confirmed it. */
export type Standing = Pick<
  ListedSite,
  "site" | "siteName" | "campaign" | "outcome" | "listedAt" | "demo"
> & {
  readonly status: "listed" | "removed"
  readonly removedAt?: string
}

/**
 * One standing of each site, in the order of their sites: listed since the first of the cases that still confirm it,
 * else removed with the last.
 */
export const standingsOf = (entries: readonly ListedSite[]): Standing[] =>
  [...Map.groupBy(entries, ({ site }) => site).values()]
    .map(standingOf)
    .toSorted((a, b) => (a.site < b.site ? -1 : 1))

const standingOf = (entries: readonly ListedSite[]): Standing => {
  const active = entries.filter(({ removedAt }) => removedAt === undefined)
  const [first] = active.toSorted((a, b) => (a.listedAt < b.listedAt ? -1 : 1))
  if (first) return { ...about(first), status: "listed" }
  const last = entries.reduce((a, b) => ((a.removedAt ?? "") < (b.removedAt ?? "") ? b : a))
  return { ...about(last), status: "removed", removedAt: last.removedAt }
}

const about = ({ site, siteName, campaign, outcome, listedAt, demo }: ListedSite) => ({
  site,
  siteName,
  campaign,
  outcome,
  listedAt,
  demo,
})

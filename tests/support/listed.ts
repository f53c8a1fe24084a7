import { getCase, openCase } from "@/lib/case"
import { confirmClosing, proposeClosing } from "@/lib/referral"
import { syncListedSites } from "@/lib/site-list"
import { acceptedTip } from "./factory"
import { as, system } from "./people"

type Outcome = Parameters<typeof proposeClosing>[1]["outcome"]

const versionOf = async (caseId: string) => (await getCase(as("cai"), { caseId })).case.version

/** Closes a case as two people do, and lets the list follow. */
export const closeCase = async (
  caseId: string,
  { sites, outcome = "penalised" }: { sites?: readonly string[]; outcome?: Outcome } = {},
) => {
  const seen = { caseId, version: await versionOf(caseId) }
  await proposeClosing(as("cai"), { ...seen, outcome, sites: sites && [...sites] })
  await confirmClosing(as("dan"), { caseId, version: seen.version + 1 })
  await syncListedSites(system(), { caseId })
  return { caseId, version: await versionOf(caseId) }
}

/** A closed case that confirmed this site, reported by an address on it. */
export const aListedSite = async (site: string) => {
  const { tipId } = await acceptedTip({ targets: [`https://${site}/watch`] })
  const caseId = (await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId ?? "none"
  return closeCase(caseId, { sites: [site] })
}

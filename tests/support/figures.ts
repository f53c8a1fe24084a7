import { findCampaign, getCampaign, type Metric, openCampaign } from "@/lib/campaign"
import { openCase } from "@/lib/case"
import { recordMeasure, reverseMeasure } from "@/lib/measure"
import { approveFigures, draftFigures, getFigureDesk } from "@/lib/statistics"
import { acceptedTip } from "./factory"
import { as, type Name, system, visitor } from "./people"

/** A campaign with a ledger of its own, and a case to record in. */
export const countingCampaign = async (slug: string): Promise<{ campaign: string; caseId: string }> => {
  if (!(await findCampaign(slug)))
    await openCampaign(system(), {
      slug,
      year: 2025,
      name: { zh: slug, en: slug },
      period: { from: "2025-05" },
      agencies: ["mps"],
      focus: [],
      showsRunning: true,
      demo: true,
    })
  const { tipId } = await acceptedTip({ targets: [`https://${slug}.example/`] }, slug)
  return { campaign: slug, caseId: (await openCase(system(), { tipId, campaign: slug }))?.caseId ?? "" }
}

export const entry = (
  caseId: string,
  metric: Metric,
  quantity: number,
  takenOn = "2025-06-01",
  now?: string,
) => recordMeasure(as("cai", now), { caseId, metric, quantity, takenOn, document: "Minutes 1" })

/** 40 links and 2 more by the end of June, 500 in July. */
export const campaignWithEntries = async (slug: string) => {
  const { campaign, caseId } = await countingCampaign(slug)
  await entry(caseId, "links-removed", 40)
  await entry(caseId, "links-removed", 2, "2025-06-30")
  await entry(caseId, "links-removed", 500, "2025-07-01")
  return { campaign, caseId }
}
const versionOf = async (campaign: string) =>
  (await getFigureDesk(as("auditor"), { campaign })).atWork?.set.version ?? 0

type Drafted = Partial<Parameters<typeof draftFigures>[1]>

export const drafted = async (campaign: string, change: Drafted = {}, who: Name = "pia") => {
  const version = await versionOf(campaign)
  await draftFigures(as(who), {
    campaign,
    version,
    status: "interim",
    asOf: "2025-06-30",
    zeros: [],
    ...change,
  })
  return { campaign, version: version + 1 }
}

/** A revision that two publishers published. */
export const published = async (campaign: string, change: Drafted = {}) => {
  const seen = await drafted(campaign, change)
  return approveFigures(as("quan"), seen)
}

/** A campaign with a superseded revision, a present one that the ledger has left behind, and a draft; made once. */
export const campaignWithFigures = async (slug: string) => {
  if (await findCampaign(slug)) return
  const { campaign, caseId } = await countingCampaign(slug)
  const { measureId } = await entry(caseId, "links-removed", 12_000)
  await entry(caseId, "websites-closed", 3)
  await published(campaign)
  await published(campaign, { zeros: ["criminal-cases"] })
  await reverseMeasure(as("cai"), { caseId, measureId, reason: "Counted twice" })
  await drafted(campaign)
}

/** The figures that the public reads of a campaign, by status. */
export const shown = async (slug: string) =>
  (await getCampaign(visitor(), { slug })).figures.map(
    ({ status, metric, value, ledger }) => [status, metric, value, ledger?.revision] as const,
  )

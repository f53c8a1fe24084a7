import type { Campaign, CampaignFigures } from "@/lib/campaign"
import type { PublishedRow } from "@/lib/notice"

/**
 * The campaign that the newest notice is about, or else the newest one with published figures; never a demo. One after
 * the other is looked at, since the first has some nearly always.
 * @param campaigns newest first
 */
export const findHeadline = async (
  notices: readonly Pick<PublishedRow, "campaign">[],
  campaigns: readonly Campaign[],
  read: (slug: string) => Promise<CampaignFigures | undefined>,
): Promise<CampaignFigures | undefined> => {
  const real = campaigns.filter(({ demo }) => !demo)
  const ofNotices = notices.flatMap(({ campaign }) => real.filter(({ slug }) => slug === campaign))
  for (const { slug } of new Set([...ofNotices, ...real])) {
    const shown = await read(slug)
    if (shown?.figures.some(({ status }) => status !== "running")) return shown
  }
  return undefined
}

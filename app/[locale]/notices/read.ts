import { sourcesOf } from "@/app/_document/figure/figure-parts"
import { publicRead } from "@/app/_document/route/public-read"
import { readCampaign, readCampaigns } from "@/app/[locale]/campaigns/read"
import type { Campaign, Source } from "@/lib/campaign"
import { getPublished, getPublishedVersion, listPublished, type PublishedNotice } from "@/lib/notice"

export const readNotice = publicRead(getPublished)
export const readVersion = publicRead(getPublishedVersion)
const readList = publicRead(listPublished)

/** What is published, newest first. */
export const readNotices = async () => (await readList({})) ?? []

/** What a notice's page tells beside its text: its campaigns' names and where its figures were published. */
export const readContext = async (
  notice: PublishedNotice,
): Promise<{ campaigns: Campaign[]; sources: Source[] }> => {
  const slugs = [...new Set(notice.figures.map(({ campaign }) => campaign))]
  const [campaigns, shown] = await Promise.all([
    readCampaigns(),
    Promise.all(slugs.map((slug) => readCampaign({ slug }))),
  ])
  const figures = notice.figures.flatMap((frozen) =>
    shown
      .filter((one) => one?.campaign.slug === frozen.campaign)
      .flatMap((one) => one?.figures ?? [])
      .filter(({ metric, status }) => metric === frozen.metric && status === frozen.status),
  )
  return { campaigns, sources: sourcesOf(figures) }
}

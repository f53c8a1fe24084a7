import { sourcesOf } from "@/app/_document/figure/figure-parts"
import { publicRead } from "@/app/_document/route/public-read"
import { readCampaigns } from "@/app/[locale]/campaigns/read"
import type { Campaign, Source } from "@/lib/campaign"
import { getPublished, getPublishedVersion, listPublished, type PublishedNotice } from "@/lib/notice"

export const readNotice = publicRead(getPublished, "notices")
export const readVersion = publicRead(getPublishedVersion, "notices")
const readList = publicRead(listPublished, "notices")

/** What is published, newest first. */
export const readNotices = async () => (await readList({})) ?? []

/** What a notice's page tells beside its text: its campaigns' names and where its figures were published. */
export const readContext = async (
  notice: PublishedNotice,
): Promise<{ campaigns: Campaign[]; sources: Source[] }> => {
  const all = await readCampaigns()
  const figures = notice.figures.flatMap((frozen) =>
    all
      .filter(({ campaign }) => campaign.slug === frozen.campaign)
      .flatMap((one) => one.figures)
      .filter(({ metric, status }) => metric === frozen.metric && status === frozen.status),
  )
  return { campaigns: all.map(({ campaign }) => campaign), sources: sourcesOf(figures) }
}

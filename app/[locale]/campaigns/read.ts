import { publicRead } from "@/app/_document/route/public-read"
import { getCampaign, listCampaigns, listHistory } from "@/lib/campaign"
import { listRevisions } from "@/lib/statistics"
import type { CampaignFigures } from "./campaign-list-page"

export const readCampaign = publicRead(getCampaign, "campaigns")
const readList = publicRead(listCampaigns, "campaigns")
const readRows = publicRead(listHistory, "campaigns")

const readSets = publicRead(listRevisions, "campaigns")

export const readRevisions = async (campaign: string) => (await readSets({ campaign })) ?? []

export const readHistory = async () => (await readRows({})) ?? []

/** Every campaign with its figures, newest first. */
export const readCampaigns = async (): Promise<CampaignFigures[]> => {
  const campaigns = (await readList({})) ?? []
  const read = await Promise.all(campaigns.map(({ slug }) => readCampaign({ slug })))
  return read.filter((one) => one !== undefined)
}

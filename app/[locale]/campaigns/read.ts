import { publicRead } from "@/app/_document/route/public-read"
import { getCampaign, listCampaignFigures, listCampaigns, listHistory } from "@/lib/campaign"
import { listRevisions } from "@/lib/statistics"

export const readCampaign = publicRead(getCampaign)
const readList = publicRead(listCampaigns)
const readAll = publicRead(listCampaignFigures)
const readRows = publicRead(listHistory)
const readSets = publicRead(listRevisions)

export const readRevisions = async (campaign: string) => (await readSets({ campaign })) ?? []

export const readHistory = async () => (await readRows({})) ?? []

/** Every campaign, newest first. */
export const readCampaigns = async () => (await readList({})) ?? []

/** The same with their figures: a request to the table for each. */
export const readCampaignFigures = async () => (await readAll({})) ?? []

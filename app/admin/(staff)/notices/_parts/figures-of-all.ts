import { type Campaign, type Figure, getCampaign, listCampaigns } from "@/lib/campaign"
import type { Context } from "@/lib/kernel/context"

export const figuresOfAll = async (ctx: Context): Promise<{ campaign: Campaign; figures: Figure[] }[]> =>
  Promise.all((await listCampaigns(ctx, {})).map(({ slug }) => getCampaign(ctx, { slug })))

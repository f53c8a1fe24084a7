import { openJson } from "@/app/_adapter/open-answer"
import { openRoute } from "@/app/_adapter/route"
import { listCampaigns } from "@/lib/campaign"

export const GET = openRoute(async ({ request, ctx }) =>
  openJson(request, { campaigns: await listCampaigns(ctx, {}) }),
)

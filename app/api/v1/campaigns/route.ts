import { openJson } from "@/app/_http/open-answer"
import { openRoute } from "@/app/_http/route"
import { listCampaigns } from "@/lib/campaign"

export const GET = openRoute(async ({ request, ctx }) =>
  openJson(request, { campaigns: await listCampaigns(ctx, {}) }),
)

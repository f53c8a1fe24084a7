import { preflight, refusing } from "@/app/_http/methods"
import { publicJson } from "@/app/_http/public-response"
import { publicRoute } from "@/app/_http/route"
import { openFigures } from "@/app/api/_contract/campaign"
import { slugOf } from "@/app/api/_contract/slug"
import { getCampaign } from "@/lib/campaign"

export const GET = publicRoute<{ slug: string }>(async ({ request, params, ctx }) => {
  const { campaign, figures } = await getCampaign(ctx, { slug: slugOf(params, "campaign") })
  return publicJson(request, { campaign, figures: openFigures(figures) })
})

export const { POST, PUT, PATCH, DELETE } = refusing("GET")
export const OPTIONS = preflight

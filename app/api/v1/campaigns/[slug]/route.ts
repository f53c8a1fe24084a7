import { openJson } from "@/app/_adapter/open-answer"
import { openRoute } from "@/app/_adapter/route"
import { openFigures } from "@/app/api/_contract/campaign"
import { slugOf } from "@/app/api/_contract/slug"
import { getCampaign } from "@/lib/campaign"

export const GET = openRoute<{ slug: string }>(async ({ request, params, ctx }) => {
  const { campaign, figures } = await getCampaign(ctx, { slug: slugOf(params, "campaign") })
  return openJson(request, { campaign, figures: openFigures(figures) })
})

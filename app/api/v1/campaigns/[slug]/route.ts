import { openJson } from "@/app/_http/open-answer"
import { openRoute } from "@/app/_http/route"
import { openFigures } from "@/app/api/_contract/campaign"
import { slugOf } from "@/app/api/_contract/slug"
import { getCampaign } from "@/lib/campaign"

export const GET = openRoute<{ slug: string }>(async ({ request, params, ctx }) => {
  const { campaign, figures } = await getCampaign(ctx, { slug: slugOf(params, "campaign") })
  return openJson(request, { campaign, figures: openFigures(figures) })
})

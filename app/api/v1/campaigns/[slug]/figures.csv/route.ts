import { openAnswer } from "@/app/_http/open-answer"
import { openRoute } from "@/app/_http/route"
import { figuresCsv, openFigures } from "@/app/api/_contract/campaign"
import { slugOf } from "@/app/api/_contract/slug"
import { getCampaign } from "@/lib/campaign"

export const GET = openRoute<{ slug: string }>(async ({ request, params, ctx }) => {
  const slug = slugOf(params, "campaign")
  const { figures } = await getCampaign(ctx, { slug })
  const answer = openAnswer(request, figuresCsv(slug, openFigures(figures)), "text/csv; charset=utf-8")
  answer.headers.set("content-disposition", `attachment; filename="${slug}-figures.csv"`)
  return answer
})

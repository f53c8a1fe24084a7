import { preflight, refusing } from "@/app/_http/methods"
import { publicResponse } from "@/app/_http/public-response"
import { publicRoute } from "@/app/_http/route"
import { openFigures } from "@/app/api/_contract/campaign"
import { figuresCsv } from "@/app/api/_contract/figures-csv"
import { slugOf } from "@/app/api/_contract/slug"
import { getCampaign } from "@/lib/campaign"

export const GET = publicRoute<{ slug: string }>(async ({ request, params, ctx }) => {
  const slug = slugOf(params, "campaign")
  const { figures } = await getCampaign(ctx, { slug })
  const response = publicResponse(request, figuresCsv(slug, openFigures(figures)), "text/csv; charset=utf-8")
  response.headers.set("content-disposition", `attachment; filename="${slug}-figures.csv"`)
  return response
})

export const { POST, PUT, PATCH, DELETE } = refusing("GET")
export const OPTIONS = preflight

import { preflight, refusing } from "@/app/_http/methods"
import { publicJson, publicResponse } from "@/app/_http/public-response"
import { publicRoute } from "@/app/_http/route"
import { wantsCsv } from "@/app/_http/wants-csv"
import { openFigures, revisionHeads } from "@/app/api/_contract/campaign"
import { figuresCsv } from "@/app/api/_contract/figures-csv"
import { slugOf } from "@/app/api/_contract/slug"
import { getCampaign } from "@/lib/campaign"
import { listRevisions } from "@/lib/statistics"

export const GET = publicRoute<{ slug: string }>(async ({ request, params, ctx }) => {
  const slug = slugOf(params, "campaign")
  const figures = openFigures((await getCampaign(ctx, { slug })).figures)
  if (wantsCsv(request)) return publicResponse(request, figuresCsv(slug, figures), "text/csv; charset=utf-8")
  const revisions = revisionHeads(await listRevisions(ctx, { campaign: slug }))
  return publicJson(request, { campaign: slug, figures, revisions })
})

export const { POST, PUT, PATCH, DELETE } = refusing("GET")
export const OPTIONS = preflight

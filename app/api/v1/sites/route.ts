import { refusing } from "@/app/_http/methods"
import { keyedJson, keyedResponse } from "@/app/_http/public-response"
import { holderContext } from "@/app/_http/request-context"
import { route } from "@/app/_http/route"
import { wantsCsv } from "@/app/_http/wants-csv"
import { listedSite, sitesCsv } from "@/app/api/_contract/site"
import { listSites } from "@/lib/site-list"

export const GET = route(async ({ request, ctx }) => {
  const partner = await holderContext(request, ctx)
  const since = new URL(request.url).searchParams.get("since") ?? undefined
  const sites = (await listSites(partner, { since })).map(listedSite)
  return wantsCsv(request)
    ? keyedResponse(request, sitesCsv(sites), "text/csv; charset=utf-8")
    : keyedJson(request, { sites })
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")

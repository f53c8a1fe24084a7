import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { holderOfCookie } from "@/app/_document/route/holder-cookie"
import { refusing } from "@/app/_document/route/refusing"
import { pulledStream } from "@/app/_http/pulled-stream"
import { listReports } from "@/lib/right-holder"
import { outcomesCsv } from "./outcomes"

export const dynamic = "force-dynamic"

/** All own reports with what became of each, as a spreadsheet reads it, page by page as it is read. */
export const GET = documentRoute(async ({ request, ctx, locale }) => {
  const holder = await holderOfCookie(request, ctx)
  if (!holder) return seeOther(`/${locale}/right-holders`)
  // Asked before the answer begins: a refusal after that could not be told.
  await listReports(holder, { rowsMax: 1 })
  return new Response(pulledStream(outcomesCsv(holder, locale)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="outcomes-${ctx.now.slice(0, 10)}.csv"`,
    },
  })
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")

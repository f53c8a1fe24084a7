import { holderRoute } from "@/app/_document/route/holder-route"
import { refusing } from "@/app/_document/route/refusing"
import { pulledStream } from "@/app/_http/pulled-stream"
import { batchResults } from "@/lib/batch"
import { resultsCsv } from "./results-csv"

export const dynamic = "force-dynamic"

type Params = { locale: string; batchId: string }

/** The result of each row, as a spreadsheet reads it. */
export const GET = holderRoute<Params>(async ({ holder, locale, params: { batchId } }) => {
  const results = await batchResults(holder, { batchId })
  return new Response(pulledStream(resultsCsv(locale, results)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="results-${batchId}.csv"`,
    },
  })
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")

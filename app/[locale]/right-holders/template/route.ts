import { stringify } from "csv-stringify/sync"
import { documentRoute } from "@/app/_document/route/document-route"
import { refusing } from "@/app/_document/route/refusing"
import { wordsFor } from "@/app/_words"
import { columns } from "@/app/[locale]/right-holders/batches/columns"

export const dynamic = "force-dynamic"

/** The names of the columns alone: an example would be reported by whoever forgets to delete it. */
export const GET = documentRoute(async ({ locale }) => {
  const t = wordsFor(locale, "batch")
  const names = columns.map((column) => t(`columns.${column}`))
  return new Response(stringify([names], { bom: true, record_delimiter: "windows" }), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="template-${locale}.csv"`,
    },
  })
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")

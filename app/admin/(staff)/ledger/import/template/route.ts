import { stringify } from "csv-stringify/sync"
import { refusing } from "@/app/_http/methods"
import { wordsFor } from "@/app/_words"
import { consoleLocale } from "@/app/admin/_gate/console-locale"
import { staffRoute } from "@/app/admin/_gate/staff-route"
import { importColumns } from "@/app/admin/(staff)/ledger/import/columns"

/** The names of the columns alone: an example would be recorded by whoever forgets to delete it. */
export const GET = staffRoute(async () => {
  const t = wordsFor(await consoleLocale(), "consoleImport")
  const names = importColumns.map((column) => t(`columns.${column}`))
  return new Response(stringify([names], { bom: true, record_delimiter: "windows" }), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="measures.csv"',
      "cache-control": "no-store",
    },
  })
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")

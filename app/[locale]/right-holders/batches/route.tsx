import { html } from "@/app/_document/html"
import { seeOther } from "@/app/_document/route/document-route"
import { entryOf } from "@/app/_document/route/form-entry"
import { formRoute } from "@/app/_document/route/form-route"
import { holderRoute, ofHolder } from "@/app/_document/route/holder-route"
import { refusing } from "@/app/_document/route/refusing"
import { announceBatch, listBatches } from "@/lib/batch"
import { BatchesPage } from "./batches-page"

export const dynamic = "force-dynamic"

const path = "/right-holders/batches"

export const GET = holderRoute(async (call) => {
  const { locale, holder } = call
  const [batches, entry] = await Promise.all([listBatches(holder, {}), entryOf(call, path)])
  return html(<BatchesPage locale={locale} batches={batches} entry={entry} />)
})

/** Begins a table, whose file is chosen on its own page. */
export const POST = formRoute({
  name: path,
  page: path,
  send: ofHolder(async ({ locale, holder }) => {
    const { batchId } = await announceBatch(holder, {})
    return seeOther(`/${locale}${path}/${batchId}`)
  }),
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")

import { html } from "@/app/_document/html"
import { entryShown } from "@/app/_document/route/form-entry"
import { holderRoute } from "@/app/_document/route/holder-route"
import { refusing } from "@/app/_document/route/refusing"
import { getBatch, permitTable } from "@/lib/batch"
import { storeOrigin } from "@/lib/evidence"
import { setting } from "@/lib/kernel/config"
import { BatchPage } from "./batch-page"
import { pickedRows } from "./picked-rows"

export const dynamic = "force-dynamic"

type Params = { locale: string; batchId: string }

export const GET = holderRoute<Params>(async (call) => {
  const { locale, holder, params } = call
  const [batch, entry] = await Promise.all([getBatch(holder, params), entryShown(call)])
  const redirectTo = `${setting("SITE_URL")}/${locale}/right-holders/batches/sending?sent=${batch.batchId}`
  const upload =
    batch.state === "waiting" ? await permitTable(holder, { batchId: batch.batchId, redirectTo }) : undefined
  const picked = await pickedRows(holder, batch)
  const page = <BatchPage locale={locale} batch={batch} upload={upload} picked={picked} entry={entry} />
  return html(page, { policy: { scripts: true, storeOrigin: await storeOrigin(), hasFrame: true } })
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")

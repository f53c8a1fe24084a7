import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { formRoute } from "@/app/_document/route/form-route"
import { ofHolder } from "@/app/_document/route/holder-route"
import { refusing } from "@/app/_document/route/refusing"
import { confirmBatch } from "@/lib/batch"

export const dynamic = "force-dynamic"

type Params = { locale: string; batchId: string }

const pageOf = ({ batchId }: Params) => `/right-holders/batches/${encodeURIComponent(batchId)}`

export const GET = documentRoute<Params>(async ({ locale, params }) =>
  seeOther(`/${locale}${pageOf(params)}`),
)

/** The holder's word that what the trial run found is to be sent. */
export const POST = formRoute<Params>(({ params }) => ({
  name: `${pageOf(params)}/send`,
  page: pageOf(params),
  send: ofHolder(async ({ locale, holder }) => {
    await confirmBatch(holder, params)
    return seeOther(`/${locale}${pageOf(params)}`)
  }),
}))

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")

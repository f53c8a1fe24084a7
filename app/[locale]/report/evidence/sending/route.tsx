import { html } from "@/app/_document/html"
import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { refusing } from "@/app/_document/route/refusing"
import { SendingFrame } from "./sending-frame"

export const dynamic = "force-dynamic"

/**
 * What the frame beside the plain form shows, before and after. It asks for no cookie: some browsers send none into a
 * frame that comes by way of the store.
 */
export const GET = documentRoute(async ({ request, locale }) => {
  const query = new URL(request.url).searchParams
  const sentId = /^evd_[0-9a-z]+$/.exec(query.get("sent") ?? "")?.[0]
  // The store adds what it knows of the object; that belongs in no address.
  if (sentId && query.has("key")) return seeOther(`/${locale}/report/evidence/sending?sent=${sentId}`)
  return html(<SendingFrame locale={locale} sentId={sentId} />, { policy: { isFramed: true } })
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")

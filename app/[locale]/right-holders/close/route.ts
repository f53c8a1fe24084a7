import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { clearKeyCookie } from "@/app/_document/route/holder-cookie"
import { refuseOtherSites } from "@/app/_http/body"

export const dynamic = "force-dynamic"

export const POST = documentRoute(async ({ request, locale }) => {
  refuseOtherSites(request)
  return seeOther(`/${locale}/right-holders`, clearKeyCookie())
})

import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { clearReceiptCookie } from "@/app/_document/route/receipt-cookie"
import { refuseOtherSites } from "@/app/_http/body"

export const dynamic = "force-dynamic"

export const POST = documentRoute(async ({ request, locale }) => {
  refuseOtherSites(request)
  return seeOther(`/${locale}/follow`, clearReceiptCookie())
})

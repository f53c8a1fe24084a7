import { refuseOtherSites } from "@/app/_adapter/body"
import { documentRoute, seeOther } from "@/app/_adapter/document-route"
import { dropKey } from "@/app/_adapter/holder-cookie"

export const dynamic = "force-dynamic"

export const POST = documentRoute(async ({ request, locale }) => {
  refuseOtherSites(request)
  return seeOther(`/${locale}/right-holders`, dropKey())
})

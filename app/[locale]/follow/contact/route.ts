import { refuseOtherSites } from "@/app/_adapter/body"
import { seeOther } from "@/app/_adapter/document-route"
import { reporterRoute } from "@/app/_adapter/reporter-route"
import { withdrawContact } from "@/lib/tip"

export const dynamic = "force-dynamic"

export const POST = reporterRoute(async ({ request, locale, reporter }) => {
  refuseOtherSites(request)
  await withdrawContact(reporter, {})
  return seeOther(`/${locale}/follow`)
})

import { seeOther } from "@/app/_document/route/document-route"
import { reporterRoute } from "@/app/_document/route/reporter-route"
import { refuseOtherSites } from "@/app/_http/body"
import { withdrawContact } from "@/lib/reporter"

export const dynamic = "force-dynamic"

export const POST = reporterRoute(async ({ request, locale, reporter }) => {
  refuseOtherSites(request)
  await withdrawContact(reporter, {})
  return seeOther(`/${locale}/follow`)
})

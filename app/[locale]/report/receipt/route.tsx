import { refuseOtherSites } from "@/app/_adapter/body"
import { documentRoute, seeOther } from "@/app/_adapter/document-route"
import { dropReceipt } from "@/app/_adapter/receipt-cookie"
import { reporterRoute } from "@/app/_adapter/reporter-route"
import { html } from "@/app/_document/html"
import { numberOf } from "@/lib/tip"
import { ReceiptPage } from "./receipt-page"

export const dynamic = "force-dynamic"

export const GET = reporterRoute(async ({ locale, held }) =>
  html(<ReceiptPage locale={locale} number={numberOf(held.tipId)} code={held.code} />, {
    policy: { scripts: true },
  }),
)

/** The person has kept the receipt: nothing of it stays in the browser. */
export const POST = documentRoute(async ({ request, locale }) => {
  refuseOtherSites(request)
  return seeOther(`/${locale}/report/done`, dropReceipt())
})

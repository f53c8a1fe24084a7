import { html } from "@/app/_document/html"
import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { clearReceiptCookie } from "@/app/_document/route/receipt-cookie"
import { reporterRoute } from "@/app/_document/route/reporter-route"
import { refuseOtherSites } from "@/app/_http/body"
import { setting } from "@/lib/kernel/config"
import { followTip } from "@/lib/reporter"
import { ReceiptPage } from "./receipt-page"

export const dynamic = "force-dynamic"

export const GET = reporterRoute(async ({ locale, receipt, reporter }) => {
  const { number, receivedAt } = await followTip(reporter, {})
  return html(
    <ReceiptPage
      locale={locale}
      number={number}
      code={receipt.code}
      receivedAt={receivedAt}
      followUrl={new URL(`/${locale}/follow`, setting("SITE_URL")).href}
    />,
    { policy: { scripts: true } },
  )
})

/** The person has kept the receipt: nothing of it stays in the browser. */
export const POST = documentRoute(async ({ request, locale }) => {
  refuseOtherSites(request)
  return seeOther(`/${locale}/report/done`, clearReceiptCookie())
})

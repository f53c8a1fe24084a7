import { html } from "@/app/_document/html"
import { seeOther } from "@/app/_document/route/document-route"
import { formRoute } from "@/app/_document/route/form-route"
import { clearReceiptCookie } from "@/app/_document/route/receipt-cookie"
import { refusing } from "@/app/_document/route/refusing"
import { reporterRoute } from "@/app/_document/route/reporter-route"
import { setting } from "@/lib/kernel/config"
import { followTip } from "@/lib/reporter"
import { ReceiptPage } from "./receipt-page"

export const dynamic = "force-dynamic"

export const GET = reporterRoute(async ({ locale, receipt, reporter }) => {
  if (receipt.isKept) return seeOther(`/${locale}/follow`)
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
export const POST = formRoute({
  name: "/report/receipt",
  page: "/report/receipt",
  send: async ({ locale }) => seeOther(`/${locale}/report/done`, clearReceiptCookie()),
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")

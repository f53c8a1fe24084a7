import { reporterContext } from "@/app/_http/request-context"
import type { Locale } from "@/app/_words"
import type { Context } from "@/lib/kernel/context"
import { documentRoute, seeOther } from "./document-route"
import { type OpenReceipt, readReceiptCookie } from "./receipt-cookie"

type Call = {
  readonly request: Request
  readonly locale: Locale
  readonly receipt: OpenReceipt
  /** The context of whoever sent the tip that the cookie holds. */
  readonly reporter: Context
}

/** A page about the report that the cookie holds; without one, on to where number and code are asked for. */
export const reporterRoute = (handler: (call: Call) => Promise<Response>) =>
  documentRoute(async ({ request, ctx, locale }) => {
    const receipt = await readReceiptCookie(request)
    if (!receipt) return seeOther(`/${locale}/follow`)
    return handler({ request, locale, receipt, reporter: reporterContext(ctx, receipt) })
  })

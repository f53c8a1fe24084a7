import { reporterContext } from "@/app/_http/request-context"
import type { Context } from "@/lib/kernel/context"
import { type AnyParams, type Call, documentRoute, seeOther } from "./document-route"
import { type OpenReceipt, readReceiptCookie } from "./receipt-cookie"

type Reporter = {
  readonly receipt: OpenReceipt
  /** The context of whoever sent the tip that the cookie holds. */
  readonly reporter: Context
}

/** About the report that the cookie holds; without one, on to where number and code are asked for. */
export const ofReporter =
  <Given extends Call<AnyParams>>(handler: (call: Given & Reporter) => Promise<Response>) =>
  async (call: Given): Promise<Response> => {
    const receipt = await readReceiptCookie(call.request)
    if (!receipt) return seeOther(`/${call.locale}/follow`)
    return handler({ ...call, receipt, reporter: reporterContext(call.ctx, receipt) })
  }

export const reporterRoute = (handler: (call: Call<AnyParams> & Reporter) => Promise<Response>) =>
  documentRoute(ofReporter(handler))

import { seeOther } from "@/app/_document/route/document-route"
import { withEntry } from "@/app/_document/route/form-entry"
import type { FormCall } from "@/app/_document/route/form-route"
import { setReceiptCookie } from "@/app/_document/route/receipt-cookie"
import { viewerOrigin } from "@/app/_http/viewer"
import { DomainError } from "@/lib/kernel/errors"
import { openReceipt } from "@/lib/reporter"
import { opened } from "./did"

/** Opens a report by its number and code, and leads to it. */
export const openReport = async ({ request, ctx, locale, typed }: FormCall): Promise<Response> => {
  const { number = "", code = "", answer, key, proof } = typed
  const missing = Object.entries({ number, code }).filter(([, text]) => text.trim() === "")
  if (missing.length > 0)
    throw new DomainError("invalid", {
      issues: missing.map(([name]) => ({ path: [name], rule: "required" })),
    })
  const work = key && proof ? { work: { key, proof } } : {}
  const { tipId } = await openReceipt(ctx, { number, code, origin: viewerOrigin(request, ctx), ...work })
  return seeOther(
    withEntry(`/${locale}/follow?${opened}=yes`, answer),
    await setReceiptCookie({ tipId, code, isKept: true }),
  )
}

import { html } from "@/app/_document/html"
import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { readReceiptCookie, setReceiptCookie } from "@/app/_document/route/receipt-cookie"
import { readForm } from "@/app/_http/body"
import { refusalMessage } from "@/app/_http/message"
import { reporterContext } from "@/app/_http/request-context"
import { type Locale, wordsFor } from "@/app/_words"
import { type DomainError, isDomainError } from "@/lib/kernel/errors"
import { openReceipt } from "@/lib/reporter"
import { FollowForm } from "./follow-form"
import { showFollowed } from "./show-followed"

export const dynamic = "force-dynamic"

export const GET = documentRoute(async ({ request, ctx, locale }) => {
  const receipt = await readReceiptCookie(request)
  if (!receipt) return html(<FollowForm locale={locale} />)
  return showFollowed(reporterContext(ctx, receipt), locale)
})

export const POST = documentRoute(async ({ request, ctx, locale }) => {
  const typed = await readForm(request)
  const { number = "", code = "" } = typed
  try {
    const { tipId } = await openReceipt(ctx, { number, code })
    return seeOther(`/${locale}/follow`, await setReceiptCookie({ tipId, code }))
  } catch (error) {
    if (!isDomainError(error) || error.code === "unavailable") throw error
    if (error.code === "limited") return closedFor(locale, number, error)
    const missing = (["number", "code"] as const).filter((id) => typed[id]?.trim() === "" || !typed[id])
    const errors =
      missing.length > 0
        ? missing.map((id) => ({ id, text: wordsFor(locale, "follow")(`needed.${id}`) }))
        : [
            {
              id: "number",
              text: refusalMessage(locale, { code: "not-found", reason: "receipt-unknown" }).detail,
            },
          ]
    return html(<FollowForm locale={locale} typed={{ number }} errors={errors} />, { status: 422 })
  }
})

/** The same form with the number, and for how long no code opens it. The code is not repeated on a page. */
const closedFor = (locale: Locale, number: string, error: DomainError) => {
  const seconds = error.retryAfterSeconds ?? 60
  const text = wordsFor(locale, "follow")("tooManyTries", { minutes: Math.ceil(seconds / 60) })
  const errors = [{ id: "number", text }]
  return html(<FollowForm locale={locale} typed={{ number }} errors={errors} />, {
    status: 429,
    headers: { "retry-after": `${seconds}` },
  })
}

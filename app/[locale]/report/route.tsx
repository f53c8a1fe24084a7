import { randomUUID } from "node:crypto"
import { readForm } from "@/app/_adapter/body"
import { documentRoute, seeOther } from "@/app/_adapter/document-route"
import { holdReceipt } from "@/app/_adapter/receipt-cookie"
import { reporterContext } from "@/app/_adapter/request-context"
import { html } from "@/app/_document/html"
import { type Locale, wordsFor } from "@/app/_words"
import { isDomainError } from "@/lib/kernel/errors"
import { log } from "@/lib/kernel/log"
import { submitTip } from "@/lib/tip"
import { openSlot } from "./evidence/slot"
import { ReportPage } from "./report-page"
import { errorsOf, submissionOf, type Typed } from "./submission"

export const dynamic = "force-dynamic"

/** For the module that keeps a draft; nothing needs it. */
const policy = { scripts: true }

export const GET = documentRoute(async ({ locale }) =>
  html(<ReportPage locale={locale} idempotencyKey={randomUUID()} />, { policy }),
)

export const POST = documentRoute(async ({ request, ctx, locale }) => {
  const typed = await readForm(request)
  const submitted = await submitTip(ctx, submissionOf(typed, locale)).catch((error: unknown) =>
    refused(locale, typed, error),
  )
  if (submitted instanceof Response) return submitted
  const { tipId, receipt } = submitted
  const cookie = await holdReceipt({ tipId, code: receipt.code })
  if (typed.hasFiles === "no") return seeOther(`/${locale}/report/receipt`, cookie)
  // The tip is stored whatever becomes of this, and the next page offers it again.
  await openSlot(reporterContext(ctx, { tipId }), tipId).catch((error: unknown) =>
    log.warn({ requestId: ctx.requestId, err: error }, "no place for a first file"),
  )
  return seeOther(`/${locale}/report/evidence`, cookie)
})

/** The form again, with all that was typed. What the form cannot put right goes on to the page of errors. */
const refused = (locale: Locale, typed: Typed, error: unknown) => {
  if (!isDomainError(error)) throw error
  const errors = errorsOf(locale, typed, error.issues)
  if (errors.length > 0) {
    const key = typed.key ?? randomUUID()
    return html(<ReportPage locale={locale} idempotencyKey={key} typed={typed} errors={errors} />, {
      status: 422,
      policy,
    })
  }
  if (error.reason === "idempotency-key-reused") {
    const notice = wordsFor(locale, "report")("keyUsed")
    return html(<ReportPage locale={locale} idempotencyKey={randomUUID()} typed={typed} notice={notice} />, {
      status: 409,
      policy,
    })
  }
  throw error
}

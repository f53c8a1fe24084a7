import { refuseOtherSites } from "@/app/_adapter/body"
import { documentRoute, seeOther } from "@/app/_adapter/document-route"
import { forgetDraft, heldSecret } from "@/app/_adapter/draft-cookie"
import { heldReceipt, holdReceipt } from "@/app/_adapter/receipt-cookie"
import { reporterContext } from "@/app/_adapter/request-context"
import { html } from "@/app/_document/html"
import type { Locale } from "@/app/_words"
import { countKnown } from "@/lib/enforcement"
import type { Context } from "@/lib/kernel/context"
import { canonical, keyedHash } from "@/lib/kernel/crypto"
import { isDomainError } from "@/lib/kernel/errors"
import { log } from "@/lib/kernel/log"
import { type Draft, submitTip, understandTargets } from "@/lib/tip"
import { submissionOf } from "../answers"
import { openSlot } from "../evidence/slot"
import { heldDraft } from "../held-draft"
import { openStep, stepOf } from "../steps"
import { CheckPage } from "./check-page"

export const dynamic = "force-dynamic"

export const GET = documentRoute(async ({ request, ctx, locale }) => {
  const draft = await heldDraft(ctx, request)
  if (!draft) return nothingToSend(locale, request)
  return html(await checkPage(ctx, locale, draft), { policy: { scripts: true } })
})

/** Sends the report: the one place where a form becomes a tip. */
export const POST = documentRoute(async ({ request, ctx, locale }) => {
  refuseOtherSites(request)
  const secret = heldSecret(request)
  const draft = await heldDraft(ctx, request)
  if (!draft || !secret) return nothingToSend(locale, request)
  const open = openStep(draft)
  if (open) return seeOther(`/${locale}/report/${open}?from=check`)
  const submitted = await send(ctx, secret, draft, locale)
  if (submitted instanceof Response) return submitted
  const { tipId, receipt } = submitted
  const cookies = [await holdReceipt({ tipId, code: receipt.code }), forgetDraft()]
  if (draft.hasFiles === "no") return seeOther(`/${locale}/report/receipt`, ...cookies)
  // The tip is stored whatever becomes of this, and the next page offers it again.
  await openSlot(reporterContext(ctx, { tipId }), tipId).catch((error: unknown) =>
    log.warn({ requestId: ctx.requestId, err: error }, "no place for a first file"),
  )
  return seeOther(`/${locale}/report/evidence`, ...cookies)
})

/** Who has just sent the report and came back is shown that it is saved. */
const nothingToSend = async (locale: Locale, request: Request) =>
  seeOther((await heldReceipt(request)) ? `/${locale}/report/receipt` : `/${locale}/report?lost=yes`)

/** The same answers under the same secret are one tip, however often they are sent. */
const send = async (ctx: Context, secret: string, draft: Draft, locale: Locale) => {
  const submission = submissionOf(draft, locale)
  const idempotencyKey = keyedHash(Buffer.from(secret, "base64url"), "send", canonical(submission))
  try {
    return await submitTip(ctx, { ...submission, idempotencyKey })
  } catch (error) {
    // Kept when other rules held: its question says what is wrong.
    const step = isDomainError(error) && stepOf(String(error.issues[0]?.path[0]))
    if (!step) throw error
    return seeOther(`/${locale}/report/${step}?from=check`)
  }
}

const checkPage = async (ctx: Context, locale: Locale, draft: Draft) => {
  const targets = await understandTargets(ctx, { targets: draft.targets ?? [] })
  const sites = targets.flatMap(({ target }) => target?.site ?? [])
  return (
    <CheckPage locale={locale} draft={draft} targets={targets} known={await countKnown(ctx, { sites })} />
  )
}

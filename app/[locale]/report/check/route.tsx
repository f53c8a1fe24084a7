import { html } from "@/app/_document/html"
import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { clearDraftCookie, readDraftCookie } from "@/app/_document/route/draft-cookie"
import { readReceiptCookie, setReceiptCookie } from "@/app/_document/route/receipt-cookie"
import { readForm } from "@/app/_http/body"
import { refusalMessage } from "@/app/_http/message"
import { failureStatus } from "@/app/_http/problem"
import { reporterContext } from "@/app/_http/request-context"
import { viewerOrigin } from "@/app/_http/viewer"
import { type Locale, wordsFor } from "@/app/_words"
import { submissionOf } from "@/app/[locale]/report/answers"
import { currentDraft } from "@/app/[locale]/report/current-draft"
import { openSlot } from "@/app/[locale]/report/evidence/slot"
import { openStep, stepOf } from "@/app/[locale]/report/steps"
import { countKnown } from "@/lib/case"
import type { Context } from "@/lib/kernel/context"
import { canonical, keyedHash } from "@/lib/kernel/crypto"
import { type DomainError, isDomainError } from "@/lib/kernel/errors"
import { log } from "@/lib/kernel/log"
import { type Admission, formToken, getValve } from "@/lib/limits"
import { type Draft, submitTip } from "@/lib/reporter"
import { understandTargets } from "@/lib/tip"
import { CheckPage, type SendForm } from "./check-page"

export const dynamic = "force-dynamic"

const tokenMax = 200
const proofMax = 4_000

export const GET = documentRoute(async ({ request, ctx, locale }) => {
  const secret = readDraftCookie(request)
  const draft = await currentDraft(ctx, request)
  if (!draft || !secret) return nothingToSend(locale, request)
  const key = keyOf(secret, draft, locale)
  const form = { key, token: formToken(ctx.now, key) }
  return html(await checkPage(ctx, locale, draft, form), { policy: { scripts: true } })
})

/** Sends the report: the one place where a form becomes a tip. */
export const POST = documentRoute(async ({ request, ctx, locale }) => {
  const { formToken: token = "", proof = "" } = await readForm(request)
  const secret = readDraftCookie(request)
  const draft = await currentDraft(ctx, request)
  if (!draft || !secret) return nothingToSend(locale, request)
  const open = openStep(draft)
  if (open) return seeOther(`/${locale}/report/${open}?from=check`)
  const submitted = await send(ctx, draft, locale, {
    key: keyOf(secret, draft, locale),
    token,
    admission: {
      door: "form",
      origin: viewerOrigin(request, ctx),
      formToken: token.slice(0, tokenMax),
      ...(proof && proof.length <= proofMax ? { proof } : {}),
    },
  })
  if (submitted instanceof Response) return submitted
  const { tipId, code } = submitted
  const cookies = [await setReceiptCookie({ tipId, code }), clearDraftCookie()]
  if (draft.hasFiles === "no") return seeOther(`/${locale}/report/receipt`, ...cookies)
  // The tip is stored whatever becomes of this, and the next page offers it again.
  await openSlot(reporterContext(ctx, { tipId }), tipId).catch((error: unknown) => {
    // While uploads are shut there is none to be had, which the next page says.
    if (isDomainError(error) && error.code === "unavailable") return
    log.warn({ requestId: ctx.requestId, err: error }, "no place for a first file")
  })
  return seeOther(`/${locale}/report/evidence`, ...cookies)
})

/** Who has just sent the report and came back is shown that it is saved. */
const nothingToSend = async (locale: Locale, request: Request) =>
  seeOther((await readReceiptCookie(request)) ? `/${locale}/report/receipt` : `/${locale}/report?lost=yes`)

/** The same answers under the same secret are one tip, however often they are sent. */
const keyOf = (secret: string, draft: Draft, locale: Locale) =>
  keyedHash(Buffer.from(secret, "base64url"), "send", canonical(submissionOf(draft, locale)))

type Sent = SendForm & { readonly admission: Admission }

const send = async (ctx: Context, draft: Draft, locale: Locale, { key, token, admission }: Sent) => {
  try {
    return await submitTip(ctx, { ...submissionOf(draft, locale), idempotencyKey: key, admission })
  } catch (error) {
    if (!isDomainError(error)) throw error
    if (isAboutSending(error)) {
      const isVoid = error.reason === "form-expired"
      return notSent(ctx, locale, draft, { key, token: isVoid ? formToken(ctx.now, key) : token }, error)
    }
    // Kept when other rules held: its question says what is wrong.
    const step = stepOf(String(error.issues[0]?.path[0]))
    if (!step) throw error
    return seeOther(`/${locale}/report/${step}?from=check`)
  }
}

const isAboutSending = ({ code, reason }: DomainError) =>
  code === "limited" || reason === "form-expired" || reason === "reports-shut"

/** The same page again, with all answers, and why. */
const notSent = async (ctx: Context, locale: Locale, draft: Draft, form: SendForm, error: DomainError) => {
  const wait = error.retryAfterSeconds ?? 0
  // What an administrator says stands on the page anyway.
  const detail = error.publicMessage
    ? wordsFor(locale, "report")("shut.notSent")
    : refusalMessage(locale, error).detail
  const until = wait > 60 ? ` ${wordsFor(locale, "errors")("wait", { minutes: Math.ceil(wait / 60) })}` : ""
  return html(await checkPage(ctx, locale, draft, form, `${detail}${until}`), {
    status: failureStatus(error),
    policy: { scripts: true },
    ...(wait > 0 ? { headers: { "retry-after": `${wait}` } } : {}),
  })
}

const checkPage = async (ctx: Context, locale: Locale, draft: Draft, form: SendForm, notice?: string) => {
  const targets = await understandTargets(ctx, { targets: draft.targets ?? [] })
  const sites = targets.flatMap(({ target }) => target?.site ?? [])
  const [known, valve] = await Promise.all([countKnown(ctx, { sites }), getValve(ctx, {})])
  const shown = { locale, draft, targets, known, form, valve }
  return <CheckPage {...shown} {...(notice ? { notice } : {})} />
}

import { html } from "@/app/_document/html"
import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { draftCookie } from "@/app/_document/route/draft-cookie"
import { entryOf, type ShownEntry } from "@/app/_document/route/form-entry"
import { formRoute } from "@/app/_document/route/form-route"
import { readReceiptCookie, setReceiptCookie } from "@/app/_document/route/receipt-cookie"
import { refusing } from "@/app/_document/route/refusing"
import { reporterContext } from "@/app/_http/request-context"
import { viewerOrigin } from "@/app/_http/viewer"
import type { Locale } from "@/app/_words"
import { submissionOf } from "@/app/[locale]/report/answers"
import { currentDraft } from "@/app/[locale]/report/current-draft"
import { openSlot } from "@/app/[locale]/report/evidence/slot"
import { openStep, pathOf, type Step, stepOf } from "@/app/[locale]/report/steps"
import { countKnown } from "@/lib/case"
import type { Context } from "@/lib/kernel/context"
import { canonical, keyedHash } from "@/lib/kernel/crypto"
import { isDomainError } from "@/lib/kernel/errors"
import { log } from "@/lib/kernel/log"
import { type Admission, formToken, seeValve } from "@/lib/limits"
import { type Draft, type StoredTip, submitTip } from "@/lib/reporter"
import { understandTargets } from "@/lib/tip"
import { CheckPage, type SendForm } from "./check-page"

export const dynamic = "force-dynamic"

const tokenMax = 200
const proofMax = 4_000

const path = "/report/check"

export const GET = documentRoute(async (call) => {
  const { request, ctx, locale } = call
  const secret = draftCookie.read(request)
  const [draft, entry] = await Promise.all([currentDraft(ctx, request), entryOf(call, path)])
  if (!draft || !secret) return nothingToSend(locale, request)
  const targets = await understandTargets(ctx, { targets: draft.targets ?? [] })
  const sites = targets.flatMap(({ target }) => target?.site ?? [])
  const [known, valve] = await Promise.all([countKnown(ctx, { sites }), seeValve(ctx, {})])
  const form = formOf(ctx.now, keyOf(secret, draft, locale), entry)
  const shown = { locale, draft, targets, known, form, valve, entry }
  return html(<CheckPage {...shown} />, { policy: { scripts: true } })
})

/** Whoever was asked to wait has waited since the page was first shown for these answers. */
const formOf = (now: string, key: string, entry: ShownEntry | undefined): SendForm => {
  const isOpen = entry?.typed.key === key && entry.refusal?.reason !== "form-expired"
  return { key, token: (isOpen && entry.typed.formToken) || formToken(now, key) }
}

/** Sends the report: the one place where a form becomes a tip. */
export const POST = formRoute({
  name: path,
  page: path,
  keeps: () => ({ key: "", formToken: "" }),
  send: async ({ request, ctx, locale, typed: { formToken: token = "", proof = "" } }) => {
    const secret = draftCookie.read(request)
    const draft = await currentDraft(ctx, request)
    if (!draft || !secret) return nothingToSend(locale, request)
    const open = openStep(draft)
    if (open) return seeOther(`/${locale}${pathOf(open)}?from=check`)
    const submitted = await submit(ctx, draft, locale, keyOf(secret, draft, locale), {
      door: "form",
      origin: viewerOrigin(request, ctx),
      formToken: token.slice(0, tokenMax),
      ...(proof && proof.length <= proofMax ? { proof } : {}),
    })
    if (typeof submitted === "string") return seeOther(`/${locale}${pathOf(submitted)}?from=check`)
    const { tipId, code } = submitted
    const cookies = [await setReceiptCookie({ tipId, code }), draftCookie.clear()]
    if (draft.hasFiles === "no") return seeOther(`/${locale}/report/receipt`, ...cookies)
    // The tip is stored whatever becomes of this, and the next page offers it again.
    const reporter = reporterContext(ctx, { tipId })
    await openSlot(reporter, tipId, viewerOrigin(request, ctx)).catch((error: unknown) => {
      // While uploads are shut, or too many came, there is none to be had, which the next page says.
      if (isDomainError(error) && (error.code === "unavailable" || error.code === "limited")) return
      log.warn({ requestId: ctx.requestId, err: error }, "no place for a first file")
    })
    return seeOther(`/${locale}/report/evidence`, ...cookies)
  },
})

/** Who has just sent the report and came back is shown that it is saved. */
const nothingToSend = async (locale: Locale, request: Request) =>
  seeOther((await readReceiptCookie(request)) ? `/${locale}/report/receipt` : `/${locale}/report?lost=yes`)

/** The same answers under the same secret are one tip, however often they are sent. */
const keyOf = (secret: string, draft: Draft, locale: Locale) =>
  keyedHash(Buffer.from(secret, "base64url"), "send", canonical(submissionOf(draft, locale)))

/** @returns the question whose answer was kept when other rules held, and says what is wrong with it */
const submit = async (
  ctx: Context,
  draft: Draft,
  locale: Locale,
  idempotencyKey: string,
  admission: Admission,
): Promise<StoredTip | Step> => {
  try {
    return await submitTip(ctx, { ...submissionOf(draft, locale), idempotencyKey, admission })
  } catch (error) {
    const step = isDomainError(error) ? stepOf(String(error.issues[0]?.path[0])) : undefined
    if (!step) throw error
    return step
  }
}

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")

import { readForm } from "@/app/_adapter/body"
import { documentRoute, seeOther } from "@/app/_adapter/document-route"
import { heldSecret, holdDraft, newSecret } from "@/app/_adapter/draft-cookie"
import { html } from "@/app/_document/html"
import { notFound } from "@/app/_document/not-found"
import { getValve } from "@/lib/abuse"
import { isDomainError } from "@/lib/kernel/errors"
import { keepDraft } from "@/lib/tip"
import { errorsOf, typedOf, withAnswers } from "../answers"
import { heldDraft } from "../held-draft"
import { StepPage } from "../step-page"
import { isStep, stepAfter } from "../steps"

export const dynamic = "force-dynamic"

/** For the modules that keep typed text on the device and read addresses while they are typed; nothing needs them. */
const policy = { scripts: true }

type Params = { locale: string; step: string }

export const GET = documentRoute<Params>(async ({ request, ctx, locale, params: { step } }) => {
  if (!isStep(step)) return notFound(locale)
  const [draft, valve] = await Promise.all([heldDraft(ctx, request), getValve(ctx, {})])
  if (!draft && step !== "kind") return seeOther(`/${locale}/report?lost=yes`)
  const isChange = new URL(request.url).searchParams.get("from") === "check"
  const page = { locale, step, isChange, valve }
  return html(<StepPage {...page} typed={typedOf(draft ?? {})} />, { policy })
})

export const POST = documentRoute<Params>(async ({ request, ctx, locale, params: { step } }) => {
  if (!isStep(step)) return notFound(locale)
  const typed = await readForm(request)
  const isChange = typed.from === "check"
  const secret = heldSecret(request) ?? newSecret()
  try {
    const draft = (await heldDraft(ctx, request)) ?? {}
    await keepDraft(ctx, { secret, draft: withAnswers(draft, step, typed) })
  } catch (error) {
    const errors = isDomainError(error) ? errorsOf(locale, step, typed, error.issues) : []
    if (errors.length === 0) throw error
    const page = { locale, step, isChange, valve: await getValve(ctx, {}) }
    return html(<StepPage {...page} typed={typed} errors={errors} />, { status: 422, policy })
  }
  return seeOther(`/${locale}/report/${stepAfter(step, isChange)}`, holdDraft(secret))
})

import { html } from "@/app/_document/html"
import { notFound } from "@/app/_document/not-found"
import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { newSecret, readDraftCookie, setDraftCookie } from "@/app/_document/route/draft-cookie"
import { readForm } from "@/app/_http/body"
import { errorsOf, typedOf, withAnswers } from "@/app/[locale]/report/answers"
import { currentDraft } from "@/app/[locale]/report/current-draft"
import { StepPage } from "@/app/[locale]/report/step-page"
import { isStep, stepAfter } from "@/app/[locale]/report/steps"
import { isDomainError } from "@/lib/kernel/errors"
import { getValve } from "@/lib/limits"
import { keepDraft } from "@/lib/reporter"

export const dynamic = "force-dynamic"

/** For the modules that keep typed text on the device and read addresses while they are typed; nothing needs them. */
const policy = { scripts: true }

type Params = { locale: string; step: string }

export const GET = documentRoute<Params>(async ({ request, ctx, locale, params: { step } }) => {
  if (!isStep(step)) return notFound(locale)
  const [draft, valve] = await Promise.all([currentDraft(ctx, request), getValve(ctx, {})])
  if (!draft && step !== "kind") return seeOther(`/${locale}/report?lost=yes`)
  const isChange = new URL(request.url).searchParams.get("from") === "check"
  const page = { locale, step, isChange, valve }
  return html(<StepPage {...page} typed={typedOf(draft ?? {})} />, { policy })
})

export const POST = documentRoute<Params>(async ({ request, ctx, locale, params: { step } }) => {
  if (!isStep(step)) return notFound(locale)
  const typed = await readForm(request)
  const isChange = typed.from === "check"
  const secret = readDraftCookie(request) ?? newSecret()
  try {
    const draft = (await currentDraft(ctx, request)) ?? {}
    await keepDraft(ctx, { secret, draft: withAnswers(draft, step, typed) })
  } catch (error) {
    const errors = isDomainError(error) ? errorsOf(locale, step, typed, error.issues) : []
    if (errors.length === 0) throw error
    const page = { locale, step, isChange, valve: await getValve(ctx, {}) }
    return html(<StepPage {...page} typed={typed} errors={errors} />, { status: 422, policy })
  }
  return seeOther(`/${locale}/report/${stepAfter(step, isChange)}`, setDraftCookie(secret))
})

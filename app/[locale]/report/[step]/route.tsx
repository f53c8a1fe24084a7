import { html } from "@/app/_document/html"
import { notFound } from "@/app/_document/not-found"
import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { draftCookie } from "@/app/_document/route/draft-cookie"
import { entryOf } from "@/app/_document/route/form-entry"
import { formRoute } from "@/app/_document/route/form-route"
import { readReceiptCookie } from "@/app/_document/route/receipt-cookie"
import { refusing } from "@/app/_document/route/refusing"
import { newSecret } from "@/app/_document/route/secret-cookie"
import { typedOf, withAnswers } from "@/app/[locale]/report/answers"
import { currentDraft } from "@/app/[locale]/report/current-draft"
import { StepPage } from "@/app/[locale]/report/step-page"
import { isStep, labelsOf, pathOf, stepAfter } from "@/app/[locale]/report/steps"
import { seeValve } from "@/lib/limits"
import { keepDraft } from "@/lib/reporter"

export const dynamic = "force-dynamic"

/** For the modules that keep typed text on the device and read addresses while they are typed; nothing needs them. */
const policy = { scripts: true }

type Params = { locale: string; step: string }

export const GET = documentRoute<Params>(async (call) => {
  const {
    request,
    ctx,
    locale,
    params: { step },
  } = call
  if (!isStep(step)) return notFound(locale)
  const [draft, valve, entry] = await Promise.all([
    currentDraft(ctx, request),
    seeValve(ctx, {}),
    entryOf(call, pathOf(step)),
  ])
  // The first answer makes the draft: a refused one has none yet. Who has just sent the report and came back is led to
  // the receipt.
  if (!draft && !entry && step !== "kind")
    return seeOther(
      (await readReceiptCookie(request)) ? `/${locale}/report/receipt` : `/${locale}/report?lost=yes`,
    )
  const from = entry?.typed.from ?? new URL(request.url).searchParams.get("from")
  const page = { locale, step, isChange: from === "check", valve, entry }
  return html(<StepPage {...page} typed={entry?.typed ?? typedOf(draft ?? {})} />, { policy })
})

export const POST = formRoute<Params>(({ params: { step } }) =>
  isStep(step)
    ? {
        name: pathOf(step),
        page: pathOf(step),
        keeps: (locale) => ({ ...labelsOf(locale, step), from: "" }),
        send: async ({ request, ctx, locale, typed }) => {
          const secret = draftCookie.read(request) ?? newSecret()
          const draft = (await currentDraft(ctx, request)) ?? {}
          await keepDraft(ctx, { secret, draft: withAnswers(draft, step, typed) })
          const next = stepAfter(step, typed.from === "check")
          return seeOther(`/${locale}/report/${next}`, draftCookie.set(secret))
        },
      }
    : undefined,
)

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")

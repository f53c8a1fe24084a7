import { html } from "@/app/_document/html"
import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { draftCookie } from "@/app/_document/route/draft-cookie"
import { formRoute } from "@/app/_document/route/form-route"
import { refusing } from "@/app/_document/route/refusing"
import { seeValve } from "@/lib/limits"
import { currentDraft } from "./current-draft"
import { StartPage } from "./start-page"
import { openStep } from "./steps"

export const dynamic = "force-dynamic"

export const GET = documentRoute(async ({ request, ctx, locale }) => {
  const [draft, valve] = await Promise.all([currentDraft(ctx, request), seeValve(ctx, {})])
  const isLost = !draft && new URL(request.url).searchParams.has("lost")
  return html(
    <StartPage locale={locale} next={draft && (openStep(draft) ?? "check")} isLost={isLost} valve={valve} />,
    // For the module that deletes what it kept on the device; nothing needs it.
    { policy: { scripts: true } },
  )
})

/** Deletes what was filled in so far. */
export const POST = formRoute({
  name: "/report",
  page: "/report",
  send: async ({ request, ctx, locale }) => {
    const secret = draftCookie.read(request)
    if (secret) {
      const { dropDraft } = await import("@/lib/reporter")
      await dropDraft(ctx, { secret })
    }
    return seeOther(`/${locale}/report`, draftCookie.clear())
  },
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")

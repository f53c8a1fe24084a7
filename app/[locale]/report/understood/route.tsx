import { html } from "@/app/_document/html"
import { documentRoute } from "@/app/_document/route/document-route"
import { leadsTo } from "@/app/_document/route/form-route"
import { refusing } from "@/app/_document/route/refusing"
import { readForm } from "@/app/_http/body"
import { linesOf } from "@/app/[locale]/report/answers"
import { understandTargets } from "@/lib/tip"
import { UnderstoodTargets } from "./targets"

export const dynamic = "force-dynamic"

export const GET = leadsTo("/report/where")

/** For the module that shows how an address is read while it is typed. Nothing is kept. */
export const POST = documentRoute(async ({ request, ctx, locale }) => {
  const { targets = "" } = await readForm(request)
  return html(
    <UnderstoodTargets
      locale={locale}
      targets={await understandTargets(ctx, { targets: linesOf(targets) })}
    />,
  )
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")

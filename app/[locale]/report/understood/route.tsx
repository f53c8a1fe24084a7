import { readForm } from "@/app/_adapter/body"
import { documentRoute } from "@/app/_adapter/document-route"
import { html } from "@/app/_document/html"
import { understandTargets } from "@/lib/tip"
import { linesOf } from "../answers"
import { UnderstoodTargets } from "./targets"

export const dynamic = "force-dynamic"

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

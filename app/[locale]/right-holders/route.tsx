import { html } from "@/app/_document/html"
import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { holderOfCookie, setKeyCookie } from "@/app/_document/route/holder-cookie"
import { readForm } from "@/app/_http/body"
import { refusalMessage } from "@/app/_http/message"
import { keyContext } from "@/app/_http/request-context"
import { wordsFor } from "@/app/_words"
import { isDomainError } from "@/lib/kernel/errors"
import { listReports } from "@/lib/right-holder"
import { tipStatuses } from "@/lib/tip"
import { KeyForm } from "./key-form"
import { ReportsPage } from "./reports-page"

export const dynamic = "force-dynamic"

export const GET = documentRoute(async ({ request, ctx, locale }) => {
  const holder = await holderOfCookie(request, ctx)
  if (!holder) return html(<KeyForm locale={locale} />)
  const search = new URL(request.url).searchParams
  const status = tipStatuses.find((one) => one === search.get("status")) ?? "received"
  const cursor = search.get("cursor")
  const page = await listReports(holder, { status, ...(cursor ? { cursor } : {}) })
  const name = holder.actor.kind === "right-holder" ? holder.actor.name : ""
  return html(
    <ReportsPage locale={locale} name={name} status={status} page={page} isFirst={cursor === null} />,
  )
})

export const POST = documentRoute(async ({ request, ctx, locale }) => {
  const { key = "" } = await readForm(request)
  if (key.trim() === "")
    return html(<KeyForm locale={locale} error={wordsFor(locale, "rightHolder")("needed")} />, {
      status: 422,
    })
  try {
    // Asks for what the page shows, so that a key without the scope is refused here.
    await listReports(await keyContext(ctx, key), {})
  } catch (error) {
    if (!isDomainError(error) || !error.reason?.startsWith("key-")) throw error
    return html(<KeyForm locale={locale} error={refusalMessage(locale, error).detail} />, { status: 422 })
  }
  return seeOther(`/${locale}/right-holders`, await setKeyCookie(key))
})

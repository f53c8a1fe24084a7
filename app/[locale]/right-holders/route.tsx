import { html } from "@/app/_document/html"
import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { entryOf } from "@/app/_document/route/form-entry"
import { formRoute } from "@/app/_document/route/form-route"
import { holderOfCookie, setKeyCookie } from "@/app/_document/route/holder-cookie"
import { refusing } from "@/app/_document/route/refusing"
import { keyContext } from "@/app/_http/request-context"
import { holderOf } from "@/lib/kernel/context"
import { invalid } from "@/lib/kernel/errors"
import { findReport, listReports } from "@/lib/right-holder"
import { tipStatuses } from "@/lib/tip"
import { KeyForm } from "./key-form"
import { ReportsPage } from "./reports-page"

export const dynamic = "force-dynamic"

const path = "/right-holders"

export const GET = documentRoute(async (call) => {
  const { request, ctx, locale } = call
  const [holder, entry] = [await holderOfCookie(request, ctx), await entryOf(call, path)]
  if (!holder || entry) return html(<KeyForm locale={locale} entry={entry} />)
  const search = new URL(request.url).searchParams
  const status = tipStatuses.find((one) => one === search.get("status")) ?? "received"
  const cursor = search.get("cursor")
  const page = await listReports(holder, { status, cursor: cursor || undefined })
  const reference = search.get("reference")?.trim()
  const found = reference ? { reference, report: await findReport(holder, { reference }) } : undefined
  const { name, scopes } = holderOf(holder, "tips:read")
  return html(
    <ReportsPage
      locale={locale}
      name={name}
      status={status}
      page={page}
      isFirst={cursor === null}
      maySend={scopes.includes("tips:write")}
      found={found}
    />,
  )
})

export const POST = formRoute({
  name: path,
  page: path,
  // A refused key does not come back: it may be right but for a letter.
  send: async ({ ctx, locale, typed: { key = "" } }) => {
    if (key.trim() === "") throw invalid(["key"], "required")
    // Asks for what the page shows, so that a key without the scope is refused here.
    await listReports(await keyContext(ctx, key), {})
    return seeOther(`/${locale}${path}`, await setKeyCookie(key))
  },
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")

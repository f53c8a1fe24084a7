import { html } from "@/app/_document/html"
import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { entryOf } from "@/app/_document/route/form-entry"
import { formRoute } from "@/app/_document/route/form-route"
import { holderOfCookie, setKeyCookie } from "@/app/_document/route/holder-cookie"
import { refusing } from "@/app/_document/route/refusing"
import { invalid } from "@/lib/kernel/errors"
import { KeyForm } from "./key-form"

export const dynamic = "force-dynamic"

const path = "/right-holders"

export const GET = documentRoute(async (call) => {
  const { request, ctx, locale } = call
  const [holder, entry] = [await holderOfCookie(request, ctx), await entryOf(call, path)]
  if (!holder || entry) return html(<KeyForm locale={locale} entry={entry} />)
  // What reads reports is loaded by who has a key to show them by (docs/decisions/0091).
  const { showReports } = await import("./show-reports")
  return showReports(holder, locale, new URL(request.url).searchParams)
})

export const POST = formRoute({
  name: path,
  page: path,
  // A refused key does not come back: it may be right but for a letter.
  send: async ({ ctx, locale, typed: { key = "" } }) => {
    if (key.trim() === "") throw invalid(["key"], "required")
    const { requireReports } = await import("./show-reports")
    await requireReports(ctx, key)
    return seeOther(`/${locale}${path}`, await setKeyCookie(key))
  },
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")

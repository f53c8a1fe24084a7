import { html } from "@/app/_document/html"
import { documentRoute } from "@/app/_document/route/document-route"
import { entryShown, keptAndShown } from "@/app/_document/route/form-entry"
import { formRoute } from "@/app/_document/route/form-route"
import { refusing } from "@/app/_document/route/refusing"
import { viewerOrigin } from "@/app/_http/viewer"
import { wordsFor } from "@/app/_words"
import { randomText } from "@/lib/kernel/id"
import { submitObjection } from "@/lib/objection"
import { ObjectionPage } from "./objection-page"
import { SentPage } from "./sent-page"

export const dynamic = "force-dynamic"

const path = "/sites/objection"
const sentForm = `${path}/sent`

export const GET = documentRoute(async (call) => {
  const { request, locale } = call
  const entry = await entryShown(call)
  if (entry?.form === sentForm) return html(<SentPage locale={locale} receipt={entry.typed} />)
  const site = new URL(request.url).searchParams.get("site") ?? ""
  const own = entry?.form === path ? entry : undefined
  return html(<ObjectionPage locale={locale} entry={own} site={site} formKey={randomText(24)} />)
})

export const POST = formRoute({
  name: path,
  page: path,
  keeps: (locale) => {
    const t = wordsFor(locale, "objection")
    return { typed: t("typed"), text: t("text"), key: "" }
  },
  send: async (call) => {
    const { request, ctx, locale, typed } = call
    const receipt = await submitObjection(ctx, {
      typed: typed.typed ?? "",
      text: typed.text ?? "",
      locale,
      key: typed.key ?? "",
      origin: viewerOrigin(request, ctx),
    })
    // For two hours, and for this browser alone.
    return keptAndShown(call, `/${locale}${path}`, { form: sentForm, typed: receipt })
  },
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")

import { html } from "@/app/_document/html"
import { documentRoute } from "@/app/_document/route/document-route"
import { entryOf } from "@/app/_document/route/form-entry"
import { formRoute } from "@/app/_document/route/form-route"
import { publicRead } from "@/app/_document/route/public-read"
import { refusing } from "@/app/_document/route/refusing"
import { viewerOrigin } from "@/app/_http/viewer"
import { wordsFor } from "@/app/_words"
import { getCampaign } from "@/lib/campaign"
import { checkSite } from "@/lib/site-list"
import { CheckSitePage } from "./check-site-page"

export const dynamic = "force-dynamic"

const path = "/sites/check"

export const GET = documentRoute(async (call) => {
  const { request, ctx, locale } = call
  const entry = await entryOf(call, path)
  const isAsked = entry !== undefined && entry.refusal === undefined
  const checked = isAsked
    ? await checkSite(ctx, { typed: entry.typed.typed ?? "", origin: viewerOrigin(request, ctx) })
    : undefined
  const slug = checked?.standing?.campaign
  const found = slug === undefined ? undefined : await publicRead(getCampaign)({ slug })
  return html(<CheckSitePage locale={locale} entry={entry} checked={checked} campaign={found?.campaign} />)
})

export const POST = formRoute({
  name: path,
  page: path,
  keeps: (locale) => ({ typed: wordsFor(locale, "siteCheck")("typed") }),
  send: async ({ request, ctx, typed, showTyped }) => {
    // Refuses what names no site, or several; where the site stands the page says, each time it is loaded.
    await checkSite(ctx, { typed: typed.typed ?? "", origin: viewerOrigin(request, ctx) })
    return showTyped()
  },
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")

import { html } from "@/app/_document/html"
import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { entryOf } from "@/app/_document/route/form-entry"
import { formRoute } from "@/app/_document/route/form-route"
import { refusing } from "@/app/_document/route/refusing"
import { stopNews } from "@/lib/reporter"
import { StopPage } from "./stop-page"

export const dynamic = "force-dynamic"

const path = "/follow/news/stop"

const queryOf = (request: Request) => new URL(request.url).searchParams
const keyOf = (request: Request) => queryOf(request).get("key")?.slice(0, 60) ?? ""

/** Only asks: programs that look through mail follow every link in it. */
export const GET = documentRoute(async (call) => {
  const { request, locale } = call
  if (queryOf(request).has("stopped")) return html(<StopPage locale={locale} />)
  const entry = await entryOf(call, path)
  return html(<StopPage locale={locale} stopKey={keyOf(request)} entry={entry} />)
})

/** From the page's button, or from a mail program's own (RFC 8058), which knows nothing of our pages. */
export const POST = formRoute(
  ({ request }) => ({
    name: path,
    page: `${path}?${new URLSearchParams({ key: keyOf(request) })}`,
    send: async ({ ctx, locale, typed }) => {
      const stopKey = keyOf(request)
      if (stopKey) await stopNews(ctx, { stopKey })
      // A mail program is to follow no redirect.
      return typed["List-Unsubscribe"]
        ? html(<StopPage locale={locale} />)
        : seeOther(`/${locale}${path}?stopped=yes`)
    },
  }),
  { isForAnySite: true },
)

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")

import { html } from "@/app/_document/html"
import { documentRoute } from "@/app/_document/route/document-route"
import { stopNews } from "@/lib/reporter"
import { StopPage } from "./stop-page"

export const dynamic = "force-dynamic"

const keyOf = (request: Request) => new URL(request.url).searchParams.get("key")?.slice(0, 60) ?? ""

/** Only asks: programs that look through mail follow every link in it. */
export const GET = documentRoute(async ({ request, locale }) =>
  html(<StopPage locale={locale} stopKey={keyOf(request)} />),
)

/** From the page's button, or from a mail program's own (RFC 8058), which knows nothing of our pages. */
export const POST = documentRoute(async ({ request, ctx, locale }) => {
  const stopKey = keyOf(request)
  if (stopKey) await stopNews(ctx, { stopKey })
  return html(<StopPage locale={locale} />)
})

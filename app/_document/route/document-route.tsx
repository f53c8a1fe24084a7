import { html } from "@/app/_document/html"
import { notFound } from "@/app/_document/not-found"
import { type Failure, failureOf } from "@/app/_http/failure"
import { refuseOtherSites } from "@/app/_http/other-sites"
import { failureStatus, retryAfterOf } from "@/app/_http/problem"
import { visitorContext } from "@/app/_http/visitor-context"
import { within } from "@/app/_http/within"
import { isLocale, type Locale } from "@/app/_words"
import { preferredLocale } from "@/app/_words/preferred-locale"
import type { Context } from "@/lib/kernel/context"
import { type Again, FailurePage } from "./failure-page"

export type Call<Params> = {
  readonly request: Request
  readonly ctx: Context
  readonly locale: Locale
  readonly params: Params
}

export type AnyParams = { locale: string }

/** How long a page waits for the stores. What changes something decides for itself. */
const showMsMax = 6_000

type Options = {
  /** Authorised by a key in its address, so that it matters nothing which site sends it there. */
  readonly isForAnySite?: boolean
}

/**
 * A page that answers one person: never cached, and whatever is thrown becomes a page that says what to do. What
 * changes something is refused when another site sends it in a visitor's name.
 */
export const documentRoute =
  <Params extends AnyParams = AnyParams>(
    handler: (call: Call<Params>) => Promise<Response>,
    { isForAnySite = false }: Options = {},
  ) =>
  async (request: Request, given: { params: Promise<Params> }): Promise<Response> => {
    const params = await given.params
    const { locale } = params
    if (!isLocale(locale)) return notFound(preferredLocale(request.headers.get("accept-language")))
    const ctx = visitorContext()
    const checked = async () => {
      if (!isForAnySite) refuseOtherSites(request)
      const answer = handler({ request, ctx, locale, params })
      return request.method === "GET" ? within(showMsMax, answer) : answer
    }
    const response = await checked().catch((error: unknown) =>
      failurePage(failureOf(error, ctx.requestId), locale, ctx.requestId),
    )
    response.headers.set("cache-control", "no-store")
    response.headers.set("x-request-id", ctx.requestId)
    return response
  }

/** @param again what was typed, and where it can be sent again */
export const failurePage = (failure: Failure, locale: Locale, requestId: string, again?: Again) => {
  const retryAfter = retryAfterOf(failure)
  const page = <FailurePage locale={locale} failure={failure} requestId={requestId} again={again} />
  return html(page, {
    status: failureStatus(failure),
    ...(retryAfter === undefined ? {} : { headers: { "retry-after": `${retryAfter}` } }),
  })
}

/** After a form: on to a page that can be loaded again without sending the form again. */
export const seeOther = (path: string, ...cookies: readonly string[]) =>
  new Response(null, {
    status: 303,
    headers: [["location", path], ...cookies.map((cookie): [string, string] => ["set-cookie", cookie])],
  })

import { html } from "@/app/_document/html"
import { notFound } from "@/app/_document/not-found"
import { type Failure, failureOf } from "@/app/_http/failure"
import { failureStatus, retryAfterOf } from "@/app/_http/problem"
import { visitorContext } from "@/app/_http/request-context"
import { isLocale, type Locale } from "@/app/_words"
import { preferredLocale } from "@/app/_words/preferred-locale"
import type { Context } from "@/lib/kernel/context"
import { FailurePage } from "./failure-page"

type Call<Params> = {
  readonly request: Request
  readonly ctx: Context
  readonly locale: Locale
  readonly params: Params
}

/** A page that answers one person: never cached, and whatever is thrown becomes a page that says what to do. */
export const documentRoute =
  <Params extends { locale: string } = { locale: string }>(
    handler: (call: Call<Params>) => Promise<Response>,
  ) =>
  async (request: Request, given: { params: Promise<Params> }): Promise<Response> => {
    const params = await given.params
    const { locale } = params
    if (!isLocale(locale)) return notFound(preferredLocale(request.headers.get("accept-language")))
    const ctx = visitorContext()
    const response = await handler({ request, ctx, locale, params }).catch((error: unknown) =>
      failurePage(failureOf(error, ctx.requestId), locale, ctx.requestId),
    )
    response.headers.set("cache-control", "no-store")
    response.headers.set("x-request-id", ctx.requestId)
    return response
  }

const failurePage = (failure: Failure, locale: Locale, requestId: string) => {
  const retryAfter = retryAfterOf(failure)
  return html(<FailurePage locale={locale} failure={failure} requestId={requestId} />, {
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

import type { Locale } from "@/app/_words"
import type { Context } from "@/lib/kernel/context"
import { failureOf } from "./failure"
import { languageOf } from "./language"
import { problemResponse } from "./problem"
import { visitorContext } from "./visitor-context"

type Call<Params> = {
  readonly request: Request
  readonly params: Params
  /** A visitor's: a route that needs more asks `receiptContext` for it. */
  readonly ctx: Context
  readonly locale: Locale
}

/** Next hands every handler its parameters as a promise, an empty one where the address has none. */
type Given<Params> = { readonly params: Promise<Params> }

type None = Record<never, never>

/** One API route: whatever is thrown becomes problem+json, and every answer carries its request's id. */
export const route =
  <Params = None>(handler: (call: Call<Params>) => Promise<Response>) =>
  async (request: Request, { params }: Given<Params>): Promise<Response> => {
    const ctx = visitorContext()
    const locale = languageOf(request)
    const response = await handler({ request, params: await params, ctx, locale }).catch((error: unknown) =>
      problemResponse(failureOf(error, ctx.requestId), locale, ctx.requestId),
    )
    response.headers.set("x-request-id", ctx.requestId)
    return response
  }

/** The same for what anybody may read from anywhere. */
export const publicRoute = <Params = None>(handler: (call: Call<Params>) => Promise<Response>) => {
  const handle = route(handler)
  return async (request: Request, given: Given<Params>) => {
    const response = await handle(request, given)
    response.headers.set("access-control-allow-origin", "*")
    response.headers.set("access-control-expose-headers", "etag, x-request-id, content-language, retry-after")
    response.headers.append("vary", "accept-language")
    return response
  }
}

/** An answer that nobody but the caller may see, and no cache may keep. */
export const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  })

import { languageOf } from "./language"
import { problemResponse } from "./problem"
import { RequestRefused } from "./refused"
import { visitorContext } from "./request-context"

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const
type Method = (typeof methods)[number]

/** Handlers for the methods that an address does not have: each says which it has. */
export const refusing = (...allowed: readonly Method[]) => {
  const allow = [...allowed, ...(allowed.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ")
  const refuse = (request: Request): Response => {
    const { requestId } = visitorContext()
    const failure = new RequestRefused({ kind: "wrong-method", allowed: allow })
    const response = problemResponse(failure, languageOf(request), requestId)
    response.headers.set("allow", allow)
    response.headers.set("x-request-id", requestId)
    return response
  }
  return Object.fromEntries(methods.map((method) => [method, refuse])) as Record<Method, typeof refuse>
}

/** What a browser asks before a page of another origin may send more than a plain request to public data. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      allow: "GET, HEAD, OPTIONS",
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-allow-headers": "accept, accept-language, if-none-match",
      "access-control-max-age": "86400",
    },
  })

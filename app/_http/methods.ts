import { languageOf } from "./language"
import { problemResponse } from "./problem"
import { RequestRefused } from "./refused"
import { visitorContext } from "./visitor-context"

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const
export type Method = (typeof methods)[number]

type Handler<Given extends unknown[]> = (request: Request, ...given: Given) => Response | Promise<Response>
type Handlers<Given extends unknown[]> = Readonly<Record<Method | "OPTIONS", Handler<Given>>>

/**
 * Handlers for the methods that an address does not have, and for the question which it has. Without them Next says
 * nothing of a method's absence, and to the question names every handler that a file exports.
 * @param refuse answers a refused request with what it is given; the header `Allow` is added
 */
export const refusingWith = <Given extends unknown[]>(
  allowed: readonly Method[],
  refuse: (failure: RequestRefused) => Handler<Given>,
): Handlers<Given> => {
  const allow = [...allowed, ...(allowed.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ")
  const handler = refuse(new RequestRefused({ kind: "wrong-method", allowed: allow }))
  const refused = async (request: Request, ...given: Given) => {
    const response = await handler(request, ...given)
    response.headers.set("allow", allow)
    return response
  }
  return {
    ...(Object.fromEntries(methods.map((method) => [method, refused])) as Record<Method, typeof refused>),
    OPTIONS: () => new Response(null, { status: 204, headers: { allow } }),
  }
}

/** The same, answered to programs. */
export const refusing = (...allowed: readonly Method[]) =>
  refusingWith<[]>(allowed, (failure) => (request) => {
    const { requestId } = visitorContext()
    const response = problemResponse(failure, languageOf(request), requestId)
    response.headers.set("x-request-id", requestId)
    return response
  })

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

import { parseHTML } from "linkedom"
import { formToken } from "@/lib/limits"
import { faultsOf } from "@/tests/support/html/faults-of"
import { routeOf } from "./routes"

type Handler = (request: Request, given: { params: Promise<{ locale: string }> }) => Promise<Response>

/** A person takes a minute to fill in a form: what it says of when it was shown is made so old. */
const unhurried = (fields: Record<string, string>) =>
  fields.key
    ? { ...fields, formToken: formToken(new Date(Date.now() - 60_000).toISOString(), fields.key) }
    : fields

const origin = "http://localhost:3000"

/**
 * A browser without script: it keeps cookies and sends forms. It follows no redirect, so that a test sees each, and
 * takes no page with a fault in its HTML.
 */
export const newBrowser = (locale: "zh" | "en" = "en") => {
  const cookies = new Map<string, string>()
  const visit = async (handler: Handler, path: string, init: RequestInit = {}, params = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const headers = new Headers(init.headers)
    if (cookie) headers.set("cookie", cookie)
    const request = new Request(new URL(path, origin), { ...init, headers })
    const response = await handler(request, { params: Promise.resolve({ locale, ...params }) })
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === "") cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = response.headers.get("content-type")?.startsWith("text/html") ? await response.text() : ""
    const faults = text ? await faultsOf(text) : []
    if (faults.length > 0) throw new Error(`The HTML of ${path} is not valid: ${faults.join("; ")}`)
    const { document } = parseHTML(text || "<html><body></body></html>")
    return { response, status: response.status, location: response.headers.get("location"), text, document }
  }
  const at = async (path: string, method: "GET" | "POST", init: RequestInit = {}) => {
    const { handlers, params } = await routeOf(path)
    const handler = handlers[method]
    if (!handler) throw new Error(`${path} does not answer ${method}`)
    return visit(handler as Handler, path, { ...init, method }, params)
  }
  return {
    cookies,
    /** The page at an address, whichever route that is. */
    open: (path: string) => at(path, "GET"),
    send: (path: string, fields: Record<string, string>, headers = {}) =>
      at(path, "POST", { body: new URLSearchParams(fields), headers }),
    /** The page to which the answer to a form leads. @throws {Error} where it does not lead on by 303 */
    landing: ({ status, location }: { status: number; location: string | null }) => {
      if (status !== 303 || !location) throw new Error(`A form was answered ${status}, ${location}`)
      return at(location, "GET")
    },
    get: (handler: Handler, path: string) => visit(handler, path),
    post: (handler: Handler, path: string, fields: Record<string, string>, headers = {}) =>
      visit(handler, path, { method: "POST", body: new URLSearchParams(unhurried(fields)), headers }),
    /** The fields just as they are given, with what they say of when the form was shown. */
    postAtOnce: (handler: Handler, path: string, fields: Record<string, string>, headers = {}) =>
      visit(handler, path, { method: "POST", body: new URLSearchParams(fields), headers }),
  }
}

/** What a form's hidden fields hold. */
export const fieldsOf = (form: Element | null): Record<string, string> =>
  Object.fromEntries(
    [...(form?.querySelectorAll("input[type=hidden]") ?? [])].map((input) => [
      input.getAttribute("name") ?? "",
      input.getAttribute("value") ?? "",
    ]),
  )

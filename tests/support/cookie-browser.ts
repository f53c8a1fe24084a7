import { parseHTML } from "linkedom"

/** Follows links and forms as a browser without JavaScript does, with one cookie jar for all ports of a host. */
export const cookieBrowser = () => {
  const jar = new Map<string, string>()

  const open = async (url: string, init: RequestInit = {}) => {
    // No connection is kept, so that none is left over when a test starts the server again.
    const headers = new Headers({ ...init.headers, connection: "close" })
    headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "))
    const response = await fetch(url, { ...init, headers, redirect: "manual" })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";")
      const at = pair.indexOf("=")
      if (pair.slice(at + 1)) jar.set(pair.slice(0, at), pair.slice(at + 1))
      else jar.delete(pair.slice(0, at))
    }
    return response
  }

  /** Goes on until a page answers, or a redirect leads to an address that begins with `until`. */
  const follow = async (url: string, until = "none:", init: RequestInit = {}) => {
    let at = url
    let response = await open(at, init)
    for (let hop = 0; hop < 10; hop++) {
      const location = response.headers.get("location")
      if (!location) return { url: at, response, text: await response.text() }
      at = new URL(location, at).href
      if (at.startsWith(until)) return { url: at, response, text: "" }
      response = await open(at)
    }
    throw new Error(`Too many redirects from ${url}`)
  }

  const post = (url: string, fields: Record<string, string>, until?: string) =>
    follow(url, until, { method: "POST", body: new URLSearchParams(fields) })

  /** Presses the first button of a page, with the hidden fields of its form. */
  const submit = ({ url, text }: { url: string; text: string }, until?: string) => {
    const form = parseHTML(text).document.querySelector("form")
    const body = new FormData()
    for (const field of form?.querySelectorAll("[name]") ?? [])
      body.set(field.getAttribute("name") ?? "", field.getAttribute("value") ?? "")
    const action = form?.getAttribute("action") ?? ""
    const headers = { origin: new URL(url).origin }
    return follow(new URL(action, url).href, until, { method: "POST", body, headers })
  }

  const cookies = () => [...jar].map(([name, value]) => ({ name, value }))

  return { open, follow, post, submit, cookies }
}

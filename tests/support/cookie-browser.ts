import { parseHTML } from "linkedom"

const isUnchosen = (field: Element) =>
  /^(radio|checkbox)$/.test(field.getAttribute("type") ?? "") && !field.hasAttribute("checked")

const textIn = (field: Element): string =>
  (field.localName === "select"
    ? (field.querySelector("option[selected]") ?? field.querySelector("option"))?.getAttribute("value")
    : field.localName === "textarea"
      ? field.textContent
      : field.getAttribute("value")) ?? ""

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

  type Page = { readonly url: string; readonly text: string }

  /** Sends a form of a page as it stands there, with these fields filled in otherwise. */
  const send = (
    url: string,
    form: Element | null,
    filled: Readonly<Record<string, string>>,
    until?: string,
  ) => {
    const body = new FormData()
    for (const field of form?.querySelectorAll("[name]") ?? [])
      if (field.localName !== "button" && !isUnchosen(field))
        body.set(field.getAttribute("name") ?? "", textIn(field))
    for (const [name, value] of Object.entries(filled)) body.set(name, value)
    const action = form?.getAttribute("action") ?? ""
    const headers = { origin: new URL(url).origin }
    return follow(new URL(action, url).href, until, { method: "POST", body, headers })
  }

  /** Presses the first button of a page. */
  const submit = ({ url, text }: Page, until?: string) =>
    send(url, parseHTML(text).document.querySelector("form"), {}, until)

  /**
   * Presses the button that says this.
   * @throws {Error} where the page has none
   */
  const press = ({ url, text }: Page, button: string, filled: Readonly<Record<string, string>> = {}) => {
    const buttons = [...parseHTML(text).document.querySelectorAll("form button")]
    const form = buttons.find(({ textContent }) => textContent?.trim() === button)?.closest("form")
    if (!form) throw new Error(`${url} has no button that says ${button}`)
    return send(url, form, filled)
  }

  const cookies = () => [...jar].map(([name, value]) => ({ name, value }))

  return { open, follow, post, submit, press, cookies }
}

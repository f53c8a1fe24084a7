import ipaddr from "ipaddr.js"
import { getDomain, parse as parseHost } from "tldts"
import { sha256 } from "@/lib/kernel/crypto"

/** Where the piracy is: an address on the web, or the name of an app, a shop or a listing. */
export type Target = {
  readonly kind: "url" | "name"
  /** As the portal stores and compares it. */
  readonly text: string
  /** The registrable domain; for apps and listings their store's id; for a bare name the name itself. */
  readonly site: string
}

export type TargetRule = "url-broken" | "url-scheme" | "url-private"

const trackers = /^(utm_\w+|gclid|fbclid|spm|msclkid|yclid|_hsenc|_hsmi|mc_[ce]id|igshid|scm)$/i
const schemeBefore = /^([a-z][a-z0-9+.-]*):(?!\d)/i
const hostLike = /^[^\s/?#@:]+\.[^\s/?#@:.\d][^\s/?#@:.]*(:\d+)?([/?#].*)?$/u
const addressLike = /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\])(:\d+)?([/?#].*)?$/i

/**
 * Reads what a citizen typed. Defanged addresses (`hxxp`, `[.]`) are understood, tracking parameters, fragments and
 * credentials are dropped. Only public web addresses pass; the portal itself never fetches any.
 */
export const readTarget = (typed: string): Target | TargetRule => {
  const text = typed
    .trim()
    .normalize("NFC")
    .replaceAll(/\[\.\]|\(\.\)/g, ".")
    .replace(/^hxxp(s?):/i, "http$1:")
  const scheme = schemeBefore.exec(text)?.[1]?.toLowerCase()
  if (scheme && scheme !== "http" && scheme !== "https") return "url-scheme"
  if (!scheme && !hostLike.test(text) && !addressLike.test(text)) return nameTarget(text)
  return readUrl(scheme ? text : `http://${text}`)
}

const nameTarget = (text: string): Target => {
  const name = text.replaceAll(/\s+/g, " ")
  return { kind: "name", text: name, site: `name:${sha256(name.toLowerCase()).slice(0, 16)}` }
}

const readUrl = (text: string): Target | TargetRule => {
  if (!URL.canParse(text)) return "url-broken"
  const url = new URL(text)
  const host = parseHost(url.hostname, { allowPrivateDomains: true })
  if (host.isIp) {
    const address = ipaddr.process(url.hostname.replaceAll(/[[\]]/g, ""))
    if (address.range() !== "unicast") return "url-private"
  } else if (!host.domain || /(^|\.)(localhost|local|internal|intranet|lan|home|corp)$/.test(url.hostname)) {
    return "url-private"
  }
  url.hash = ""
  url.username = ""
  url.password = ""
  for (const name of [...url.searchParams.keys()]) if (trackers.test(name)) url.searchParams.delete(name)
  return { kind: "url", text: url.href, site: storeListing(url) ?? siteOf(url.hostname) }
}

const siteOf = (hostname: string) => getDomain(hostname, { allowPrivateDomains: true }) ?? hostname

/** Shops and stores of apps, by what the site of their listings begins with. */
export const stores = [
  "app-store",
  "google-play",
  "huawei-appgallery",
  "item.taobao.com",
  "detail.tmall.com",
  "item.jd.com",
] as const
export type Store = (typeof stores)[number]

const storeListing = (url: URL) => {
  const id = url.searchParams.get("id") ?? undefined
  switch (url.hostname) {
    case "apps.apple.com":
      return prefixed("app-store", /\/(id\d+)/.exec(url.pathname)?.[1])
    case "play.google.com":
      return prefixed("google-play", id)
    case "appgallery.huawei.com":
      return prefixed("huawei-appgallery", /\/app\/(c\d+)/i.exec(url.pathname)?.[1])
    case "item.taobao.com":
    case "detail.tmall.com":
    case "item.jd.com":
      return prefixed(url.hostname, id ?? /\/(\d+)\.html/.exec(url.pathname)?.[1])
    default:
      return undefined
  }
}

const prefixed = (store: Store, id: string | undefined) => (id ? `${store}:${id.toLowerCase()}` : undefined)

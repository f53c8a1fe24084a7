import { sha256 } from "@/lib/kernel/crypto"
import { readHost, ruleOfHost } from "./host"
import { leadsOnTo } from "./platform/redirects"
import { isShared, isSplitByHost, listingAt } from "./platform/table"
import type { Target, TargetRule } from "./target"
import { withoutTrackers } from "./trackers"
import { withoutEnd } from "./without-end"

const schemes = ["http", "https", "ftp", "ftps", "sftp", "rtmp", "rtmps", "rtsp", "mms"]
const pageMax = 200

/**
 * Reads one address, from its scheme to its end. The normal form has no credentials, no trackers and no fragment that
 * is not a route; the rest is as the URL standard writes it.
 */
export const readUrl = (address: string): Target | TargetRule => {
  const [, scheme = "", rest = ""] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(address) ?? []
  const name = scheme.toLowerCase()
  if (!schemes.includes(name)) return "url-scheme"
  // The standard reads hosts of its own schemes only.
  const asWeb = `${["http", "https", "ftp"].includes(name) ? name : "http"}:${rest}`
  if (!URL.canParse(asWeb)) return "url-broken"
  const url = new URL(asWeb)
  url.hostname = url.hostname.replace(/\.+$/, "")
  const to = leadsOnTo(url)
  if (to) return readUrl(to)
  return ruleOfHost(url.hostname) ?? targetOf(name, url)
}

const targetOf = (scheme: string, url: URL): Target | TargetRule => {
  const query = withoutTrackers(url.search)
  const route = routeOf(url.hash)
  const host = `${url.hostname}${url.port ? `:${url.port}` : ""}`
  // Read again it would lose these marks, so it never has them.
  const rest = `/${withoutEnd(`${url.pathname}${query}${route}`.slice(1))}`
  const site = siteOf(url, `${url.pathname}${query}${url.hash}`, rest)
  return site ? { kind: "url", text: `${scheme}://${host}${rest}`, site } : "url-whole-platform"
}

/** A fragment by which a page without paths names what it shows. */
const routeOf = (hash: string) => {
  if (!/^#(?:\/|!)/.test(hash)) return ""
  const [path = "", ...queries] = hash.split("?")
  return queries.length === 0 ? hash : `${path}${withoutTrackers(`?${queries.join("?")}`)}`
}

/** @returns undefined for a platform as a whole, against which nobody can act */
const siteOf = (url: URL, asTyped: string, rest: string): string | undefined => {
  const host = url.hostname
  const listing = listingAt(host, asTyped)
  if (listing) return `${listing.platform}:${listing.id}`
  const domain = readHost(host).domain
  if (!domain) return host
  if (isSplitByHost(domain)) return host
  if (!isShared(domain)) return domain
  const page = rest.replace(/\/$/, "")
  const below = host.slice(0, -domain.length).replace(/\.$/, "")
  const isFront = ["", "www", "m", "wap", "h5", "mobile"].includes(below)
  if (page === "" || page === "/#") return isFront ? undefined : host
  const shown = `${isFront ? domain : host}${page}`
  return shown.length <= pageMax ? shown : `${isFront ? domain : host}/#${sha256(shown).slice(0, 16)}`
}

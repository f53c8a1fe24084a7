import ipaddr from "ipaddr.js"
import { parse as parseHost } from "tldts"
import type { TargetRule } from "./target"

export const readHost = (hostname: string) => parseHost(hostname, { allowPrivateDomains: true })

const privateRanges = ["private", "loopback", "linkLocal", "uniqueLocal", "carrierGradeNat"]
const privateEnds = /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa)$/
/** Kept for examples, tests and networks of their own kind. */
const otherEnds = /(^|\.)(example|test|onion)$/

/** Whether a host ends as hosts do, so that it is one without a scheme in front. */
export const hasKnownEnd = (hostname: string): boolean => {
  const { isIcann, isPrivate } = readHost(hostname)
  return Boolean(isIcann || isPrivate) || privateEnds.test(hostname) || otherEnds.test(hostname)
}

/** Why nobody outside a network can go to a host; undefined for a public one. */
export const ruleOfHost = (hostname: string): TargetRule | undefined => {
  const { isIp, domain, isIcann, isPrivate, hostname: valid } = readHost(hostname)
  if (isIp) {
    const range = ipaddr.process(hostname.replaceAll(/[[\]]/g, "")).range()
    if (privateRanges.includes(range)) return "url-private"
    return range === "unicast" ? undefined : "url-reserved"
  }
  if (privateEnds.test(hostname)) return "url-private"
  if (!valid || hostname.includes("..")) return "url-broken"
  // A name of one part is a name of a network; a public suffix is as public as what lies below it.
  return domain || isIcann || isPrivate ? undefined : "url-private"
}

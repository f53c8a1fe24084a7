import { getDomain } from "tldts"
import { readHost } from "./host"
import { isShared, isSplitByHost, listingOf, type PlatformId } from "./platform/table"

/** What a site's host is shared with, so that a measure against the host would hit others as well. */
export type Sharing =
  /** Something on a platform: an account, a shop, a share. */
  | { readonly kind: "platform"; readonly name: PlatformId }
  /** A host that somebody gave out under a public suffix of an own, or that suffix itself. */
  | { readonly kind: "suffix"; readonly name: string }
  /** A domain of many: a cloud, a network of caches, a portal. */
  | { readonly kind: "domain"; readonly name: string }
  /** An address of a machine, on which any number of sites may be. */
  | { readonly kind: "machine"; readonly name: string }

/** @returns undefined where nothing is known to share the host, or there is none */
export const sharingOf = (site: string): Sharing | undefined => {
  const listing = listingOf(site)
  if (listing) return { kind: "platform", name: listing.platform }
  const { hostname, isIp, isPrivate, publicSuffix, domain } = readHost(site)
  if (!hostname || site.includes(":")) return undefined
  if (isIp) return { kind: "machine", name: site }
  if ((isPrivate || domain === null) && publicSuffix) return { kind: "suffix", name: publicSuffix }
  const registered = getDomain(site, { allowPrivateDomains: false }) ?? ""
  return isShared(registered) || isSplitByHost(registered) ? { kind: "domain", name: registered } : undefined
}

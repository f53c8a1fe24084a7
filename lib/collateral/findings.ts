import { type Sharing, sharingOf } from "@/lib/target"

/** Why acting against a site could hurt somebody else. */
export type Finding = { readonly site: string } & (
  | Sharing
  /** On the list of known-good domains, by this entry. */
  | { readonly kind: "known-good"; readonly name: string }
)

/**
 * What is to be thought of before a case's sites are referred: hosts that others share, and domains known as good.
 * @param knownGood domains; what lies below one counts as it
 */
export const findingsOf = (sites: readonly string[], knownGood: readonly string[]): Finding[] =>
  sites.flatMap((site) => {
    const sharing = sharingOf(site)
    const good = knownGood.find((domain) => site === domain || site.endsWith(`.${domain}`))
    return [
      ...(sharing ? [{ site, ...sharing }] : []),
      ...(good === undefined ? [] : [{ site, kind: "known-good" as const, name: good }]),
    ]
  })

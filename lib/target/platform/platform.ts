/** What on a platform an authority can act against. */
export type Unit = "listing" | "shop" | "app" | "share" | "account" | "work" | "group"

/**
 * A place on the web that is shared by many, and how an address names one thing on it. The host of a platform is
 * never a site: what no row reads is the page that the address names.
 */
export type Platform = {
  /** What the sites of these things begin with; never changed, because stored tips carry it. */
  readonly id: string
  readonly unit: Unit
  /** Exact hosts; `*.` in front means the domain and all below it. */
  readonly hosts: readonly string[]
  /** Tried in their order against host, path, query and fragment; what they capture, joined by `/`, names the thing. */
  readonly ids: readonly RegExp[]
  /** Whether `aB` and `ab` are two things. */
  readonly keepsCase?: true
  /** Addresses and the ids they name, which the tests read. */
  readonly examples: Readonly<Record<string, string>>
}

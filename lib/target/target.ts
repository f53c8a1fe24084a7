/** Where the piracy is: an address, a file of a network without hosts, or the name of an app, a shop or an account. */
export type Target = {
  readonly kind: "url" | "name" | "file"
  /** The normal form, by which addresses are compared. */
  readonly text: string
  /** The smallest thing that an authority can act against (docs/decisions/0053). */
  readonly site: string
  /** What its sender wrote, word for word. Absent from tips taken before it was kept. */
  readonly typed?: string
  /** What opens it, as its sender wrote it beside it. */
  readonly accessCode?: string
}

/** Why an address names nothing that can be examined. */
export type TargetRule = "url-broken" | "url-scheme" | "url-private" | "url-reserved" | "url-whole-platform"

/** What was read of one address, with all that its sender wrote about it. */
export type Reading = {
  /** The entry in which it stands, counted from 0. */
  readonly at: number
  /** Every entry that speaks of it. */
  readonly entries: readonly number[]
  readonly typed: string
} & ({ readonly target: Target } | { readonly rule: TargetRule })

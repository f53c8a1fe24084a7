import { domainToASCII, domainToUnicode } from "node:url"
import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { type Listing, listingOf, readTargets, type Target, type TargetRule } from "@/lib/target"
import { targetEntriesMax } from "./tip"

/** How the portal reads a target, so that its sender can tell whether it is the one meant. */
export type Understood = {
  readonly typed: string
  readonly target?: Target
  /** What it names on a platform. */
  readonly listing?: Listing
  /** A host with other letters than a to z, in both of its spellings. */
  readonly host?: { readonly unicode: string; readonly ascii: string }
  /** Why it names nothing that can be examined. */
  readonly rule?: TargetRule
}

/** Reads what was typed as `submitTip` would. */
export const understandTargets = verb(
  {
    name: "tip.understandTargets",
    by: ["visitor"],
    input: z.object({ targets: z.array(z.string().max(2_000)).max(targetEntriesMax) }),
  },
  async (_ctx, { targets }): Promise<Understood[]> =>
    readTargets(targets).map((reading) =>
      "rule" in reading
        ? { typed: reading.typed, rule: reading.rule }
        : { typed: reading.typed, target: reading.target, ...meaningOf(reading.target) },
    ),
)

/** What people need to be told of a target beyond its address. */
export const meaningOf = (target: Target): Pick<Understood, "listing" | "host"> => ({
  listing: listingOf(target.site),
  host: spellingsOf(target),
})

const spellingsOf = ({ kind, text }: Target): Understood["host"] => {
  if (kind !== "url") return undefined
  const ascii = domainToASCII(new URL(text).hostname)
  const unicode = domainToUnicode(ascii)
  return unicode === ascii ? undefined : { unicode, ascii }
}

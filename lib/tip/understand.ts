import { domainToASCII, domainToUnicode } from "node:url"
import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { readTarget, type Store, stores, type Target, type TargetRule } from "./target"
import { TypedTarget, targetsMax } from "./tip"

/** What people call each store. */
const shops = {
  "app-store": "app-store",
  "google-play": "google-play",
  "huawei-appgallery": "appgallery",
  "item.taobao.com": "taobao",
  "detail.tmall.com": "tmall",
  "item.jd.com": "jd",
} as const satisfies Readonly<Record<Store, string>>

/** How the portal reads a target, so that its sender can tell whether it is the one meant. */
export type Understood = {
  readonly typed: string
  readonly target?: Target
  readonly listing?: { readonly shop: (typeof shops)[Store]; readonly id: string }
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
    input: z.object({ targets: z.array(TypedTarget).max(targetsMax) }),
  },
  async (_ctx, { targets }): Promise<Understood[]> => targets.map(understand),
)

const understand = (typed: string): Understood => {
  const target = readTarget(typed)
  if (typeof target === "string") return { typed, rule: target }
  if (target.kind === "name") return { typed, target }
  const host = spellingsOf(target)
  const store = stores.find((one) => target.site.startsWith(`${one}:`))
  return {
    typed,
    target,
    listing: store && { shop: shops[store], id: target.site.slice(store.length + 1) },
    host,
  }
}

/** Both spellings of a target's host, where it has other letters than a to z. */
export const spellingsOf = ({ kind, text }: Target): Understood["host"] => {
  if (kind === "name") return undefined
  const ascii = domainToASCII(new URL(text).hostname)
  const unicode = domainToUnicode(ascii)
  return unicode === ascii ? undefined : { unicode, ascii }
}

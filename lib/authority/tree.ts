import type { AuthorityId } from "@/lib/kernel/id"
import type { Authority } from "./authority"

type Node = Pick<Authority, "authorityId" | "parentId">

/** Country, province, city, district: what lies deeper is a mistake. */
export const treeDepthMax = 4

/** An authority's superiors, the nearest first. A circle, which no verb writes, ends where it closes. */
export const superiorsOf = <One extends Node>(all: readonly One[], authorityId: AuthorityId): One[] => {
  const known = new Map(all.map((one) => [one.authorityId, one]))
  const found = new Map<AuthorityId, One>()
  let at = known.get(authorityId)?.parentId
  for (let one = at && known.get(at); one && one.authorityId !== authorityId; one = at && known.get(at)) {
    if (found.has(one.authorityId)) break
    found.set(one.authorityId, one)
    at = one.parentId
  }
  return [...found.values()]
}

/** All authorities as a tree is read, each with how deep it stands. One whose superior is not known stands at the top. */
export const inTree = <One extends Node>(all: readonly One[]): { one: One; depth: number }[] => {
  const known = new Set(all.map(({ authorityId }) => authorityId))
  const below = Map.groupBy(all, ({ parentId }) => (parentId && known.has(parentId) ? parentId : undefined))
  const walk = (parent: AuthorityId | undefined, depth: number): { one: One; depth: number }[] =>
    (below.get(parent) ?? []).flatMap((one) => [{ one, depth }, ...walk(one.authorityId, depth + 1)])
  const placed = walk(undefined, 0)
  const seen = new Set(placed.map(({ one }) => one.authorityId))
  return [...placed, ...all.filter((one) => !seen.has(one.authorityId)).map((one) => ({ one, depth: 0 }))]
}

/** How many levels an authority stands over, itself among them. */
export const heightOf = (all: readonly Node[], authorityId: AuthorityId): number => {
  const depths = all
    .map((one) => superiorsOf(all, one.authorityId).findIndex((above) => above.authorityId === authorityId))
    .filter((at) => at >= 0)
  return 1 + Math.max(0, ...depths.map((at) => at + 1))
}

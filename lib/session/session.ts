import type { Person, Role } from "@/lib/kernel/actor"
import type { AuthorityId } from "@/lib/kernel/id"

/** However often it is used, a session ends so long after its sign-in. */
export const sessionHours = 8
/** The provider is asked again for a person's claims after the first time; after the second, they count no more. */
const askAgainMs = 4 * 60_000
const staleMs = 5 * 60_000

/** Somebody who signed in with one browser. Without its record, the browser's cookie is worth nothing. */
export type Session = {
  readonly sessionId: string
  readonly personId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly authorityId?: AuthorityId
  readonly startedAt: string
  /** When the provider last told the claims. */
  readonly checkedAt: string
}

export const personIn = ({ personId, name, roles, authorityId }: Session): Person => ({
  kind: "person",
  id: personId,
  name,
  roles,
  ...(authorityId ? { authorityId } : {}),
})

/** How old the claims of a session are: good, to be asked for again, or too old to count. */
export const claimsAge = ({ checkedAt }: Pick<Session, "checkedAt">, now: string) => {
  const age = Date.parse(now) - Date.parse(checkedAt)
  if (age >= staleMs) return "stale"
  return age >= askAgainMs ? "due" : "fresh"
}

export const endsAt = ({ startedAt }: Pick<Session, "startedAt">) =>
  new Date(Date.parse(startedAt) + sessionHours * 3_600_000).toISOString()

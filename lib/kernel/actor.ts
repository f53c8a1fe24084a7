import { z } from "zod"
import type { AuthorityId, HolderId, KeyId, TipId } from "./id"

/** The roles a person may hold; claims of the OpenID provider carry them. */
export const roles = [
  "moderator",
  "case-officer",
  "agency-officer",
  "publisher",
  "auditor",
  "administrator",
] as const
export type Role = (typeof roles)[number]

/** A signed-in member of staff. An agency officer acts for one authority only. */
export type Person = {
  readonly kind: "person"
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly authorityId?: AuthorityId
}

/** A person as a record names one who acted. */
export const PersonRef = z.object({ id: z.string(), name: z.string() }).readonly()
export type PersonRef = z.infer<typeof PersonRef>

/** Nobody signed in: a reader, or a citizen who reports. */
type Visitor = { readonly kind: "visitor" }

/** Who proved to hold the receipt of a tip. */
type Reporter = { readonly kind: "reporter"; readonly tipId: TipId }

/** What a right holder's or partner's key is good for. */
export const keyScopes = ["tips:write", "tips:read", "sites:read"] as const
export type KeyScope = (typeof keyScopes)[number]

/** A trusted reporter, by a key that an administrator issued. */
export type RightHolder = {
  readonly kind: "right-holder"
  readonly holderId: HolderId
  readonly keyId: KeyId
  readonly name: string
  readonly scopes: readonly KeyScope[]
  /** Of the demo seed: so is every report that comes with the key. */
  readonly demo?: boolean
}

/** An authority's own program, by a key that an administrator issued. It acts for that authority alone. */
export type Agency = {
  readonly kind: "agency"
  readonly authorityId: AuthorityId
  readonly keyId: KeyId
  /** What the key was issued for. */
  readonly name: string
}

/** A reaction or a schedule of the portal itself. */
type System = { readonly kind: "system"; readonly name: string }

export type Actor = Person | Visitor | Reporter | RightHolder | Agency | System

export const isRole = (text: string): text is Role => roles.some((role) => role === text)

export const hasRole = (actor: Actor, role: Role) => actor.kind === "person" && actor.roles.includes(role)

/** How an event names its author: never more than a reader of the audit trail may know. */
export const signature = (actor: Actor) => {
  switch (actor.kind) {
    case "person":
      return { kind: actor.kind, id: actor.id, name: actor.name }
    case "right-holder":
      return { kind: actor.kind, id: actor.holderId, name: actor.name }
    case "agency":
      return { kind: actor.kind, id: actor.authorityId, name: actor.name }
    case "system":
      return { kind: actor.kind, id: actor.name, name: actor.name }
    case "reporter":
    case "visitor":
      return { kind: "reporter" as const, id: "reporter", name: "reporter" }
  }
}

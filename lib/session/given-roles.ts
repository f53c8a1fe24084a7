import { z } from "zod"
import { findAuthority } from "@/lib/authority"
import { type Person, type PersonRef, type Role, roles } from "@/lib/kernel/actor"
import { invalid } from "@/lib/kernel/errors"
import { AuthorityId } from "@/lib/kernel/id"

/** Roles that an administrator gives, with the authority for which an agency officer acts. */
export const GivenRoles = z
  .object({ roles: z.array(z.enum(roles)).readonly(), authorityId: AuthorityId.optional() })
  .transform(({ roles: given, authorityId }) => ({
    roles: roles.filter((role) => given.includes(role)),
    ...(given.includes("agency-officer") && authorityId ? { authorityId } : {}),
  }))
export type GivenRoles = z.infer<typeof GivenRoles>

/** What an administrator gave to somebody, beside what the provider tells. */
export type Assigned = GivenRoles & {
  /** Whose they are, to the letter: the record's key makes no difference between small letters and capitals. */
  readonly personId: string
  readonly by: PersonRef
  readonly at: string
}

/** @throws {DomainError} invalid where an agency officer has no authority, or one that does not exist */
export const requireAuthority = async ({ roles: given, authorityId }: GivenRoles): Promise<void> => {
  if (!given.includes("agency-officer")) return
  if (!authorityId) throw invalid(["given", "authorityId"], "required")
  if (!(await findAuthority(authorityId))) throw invalid(["given", "authorityId"], "authority-unknown")
}

/** The person with both: the provider's roles and those given here. Where both name an authority, the provider's counts. */
export const withGiven = (person: Person, given: GivenRoles | undefined): Person => {
  if (!given) return person
  const all: Role[] = [...new Set([...person.roles, ...given.roles])]
  const authorityId = person.authorityId ?? given.authorityId
  return { ...person, roles: all, authorityId: all.includes("agency-officer") ? authorityId : undefined }
}

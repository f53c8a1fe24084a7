import { z } from "zod"
import { isRole, type Person } from "@/lib/kernel/actor"
import { AuthorityId } from "@/lib/kernel/id"

const AuthorityName = AuthorityId.optional().catch(undefined)
const Texts = z.array(z.string()).catch([])

/** What an OpenID provider says of a person: `roles`, or Cognito's groups; `authority`, or Cognito's attribute. */
const Claims = z.object({
  sub: z.string().min(1).max(128),
  name: z.string().trim().min(1).max(120).optional().catch(undefined),
  roles: Texts.optional(),
  "cognito:groups": Texts.optional(),
  authority: AuthorityName,
  "custom:authority": AuthorityName,
})

/**
 * The person that verified claims describe. Only roles that the portal knows are kept; nobody acts for an authority
 * without being an agency officer.
 * @returns undefined where the claims name nobody
 */
export const personFromClaims = (claims: unknown): Person | undefined => {
  const parsed = Claims.safeParse(claims)
  if (!parsed.success) return undefined
  const { sub, name, authority } = parsed.data
  const given = parsed.data.roles ?? parsed.data["cognito:groups"] ?? []
  const roles = [...new Set(given.filter(isRole))]
  const authorityId = authority ?? parsed.data["custom:authority"]
  return {
    kind: "person",
    id: sub,
    name: name ?? sub,
    roles,
    authorityId: roles.includes("agency-officer") ? authorityId : undefined,
  }
}

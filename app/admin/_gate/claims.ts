import { z } from "zod"
import type { Locale } from "@/app/_words"
import { isRole, type Person } from "@/lib/kernel/actor"
import { AuthorityId } from "@/lib/kernel/id"

const AuthorityName = AuthorityId.optional().catch(undefined)
const Texts = z.array(z.string()).catch([])
const Name = z.string().trim().min(1).max(120)

/** What an OpenID provider says of a person: `roles`, or Cognito's groups; `authority`, or Cognito's attribute. */
const Claims = z.object({
  sub: z.string().min(1).max(128),
  name: Name.optional().catch(undefined),
  roles: Texts.optional(),
  "cognito:groups": Texts.optional(),
  authority: AuthorityName,
  "custom:authority": AuthorityName,
})

const Verified = z.object({
  email: z.string(),
  // Cognito tells it in words.
  email_verified: z.literal([true, "true"]),
})

/** The person's address, where the provider has verified it. */
export const verifiedEmailIn = (claims: unknown): string | undefined => Verified.safeParse(claims).data?.email

/** A name in a language, e.g. `name#zh-Hans-CN` (OpenID Connect Core 5.2). */
const namesByLanguage = (claims: object): readonly (readonly [Locale, string])[] =>
  Object.entries(claims).flatMap(([claim, value]) => {
    const locale = /^name#(zh|en)(?:-|$)/i.exec(claim)?.[1]?.toLowerCase()
    const name = Name.safeParse(value)
    return locale && name.success ? [[locale as Locale, name.data] as const] : []
  })

/** In which language a person's name is wanted; or the name that the person has had, which stays while it is one of theirs. */
export type Wanted = { readonly locale?: Locale; readonly known?: string }

/**
 * The person that verified claims describe. Only roles that the portal knows are kept; nobody acts for an authority
 * without being an agency officer.
 * @returns undefined where the claims name nobody
 */
export const personFromClaims = (claims: unknown, wanted: Wanted = {}): Person | undefined => {
  const parsed = Claims.safeParse(claims)
  if (!parsed.success) return undefined
  const { sub, name, authority } = parsed.data
  const names = namesByLanguage(Object(claims))
  const named = names.find(([locale, one]) => locale === wanted.locale || one === wanted.known)?.[1]
  const given = parsed.data.roles ?? parsed.data["cognito:groups"] ?? []
  const roles = [...new Set(given.filter(isRole))]
  const authorityId = authority ?? parsed.data["custom:authority"]
  return {
    kind: "person",
    id: sub,
    name: named ?? name ?? sub,
    roles,
    authorityId: roles.includes("agency-officer") ? authorityId : undefined,
  }
}

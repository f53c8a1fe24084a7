import type { Person } from "@/lib/kernel/actor"
import { recognise } from "@/lib/session"
import { personFromClaims, verifiedEmailIn, type Wanted } from "./claims"
import { gate } from "./gate"

/**
 * The person that verified claims describe, with all roles: the provider's and those given in the portal.
 * @returns undefined for nobody, who has left, or who holds no role
 */
export const recognised = async (
  claims: unknown,
  wanted: Wanted = {},
  now?: string,
): Promise<Person | undefined> => {
  const person = personFromClaims(claims, wanted)
  return person && recognise(gate(now), { person, email: verifiedEmailIn(claims) })
}

import { z } from "zod"
import { conflictAt, isLostRace } from "@/lib/audit"
import { roles as everyRole, type Person, type Role } from "@/lib/kernel/actor"
import { type Context, personOf, personRefOf, requireFreshSignIn } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { retry } from "@/lib/kernel/retry"
import { verb } from "@/lib/kernel/verb"
import { update, type Write } from "@/lib/store/transact"
import { type Assigned, GivenRoles, requireAuthority, withGiven } from "./given-roles"
import { acceptInvitation, Email, findInvitation, type Invitation } from "./invitations"
import { endingSessions, findPerson, keyOf, noteSignIn, recordOnPerson } from "./people"
import { PersonEntity } from "./session.entity"

const assign = (personId: string, assigned: Assigned, before: Assigned | undefined): Write =>
  update(
    PersonEntity.patch({ personKey: keyOf(personId) })
      .set({ assigned })
      .where(({ assigned: stands }, { eq, notExists }) => (before ? eq(stands, before) : notExists(stands))),
  )

/**
 * Whom the provider vouched for, as the portal knows them: with the roles that an administrator gave. Who comes with an
 * invited address is given its roles now, beside those that they were given before.
 * @param input.email as the provider tells it, and only where it calls it verified
 * @returns undefined for who has left, or holds no role
 */
export const recognise = verb(
  {
    name: "session.recognise",
    by: ["system"],
    input: z.object({ person: z.custom<Person>(), email: Email.optional().catch(undefined) }),
  },
  // Two requests of one browser may come with the invitation at once.
  (ctx, { person, email }): Promise<Person | undefined> =>
    retry(() => recogniseOnce(ctx, person, email), isLostRace),
)

const recogniseOnce = async (ctx: Context, person: Person, email: string | undefined) => {
  const known = await findPerson(person.id)
  if (known?.leftAt !== undefined) return undefined
  const invitation = email ? await findInvitation(email, ctx.now) : undefined
  const before = known?.assigned?.personId === person.id ? known.assigned : undefined
  const assigned = invitation ? joined(person.id, before, invitation, ctx.now) : before
  const whole = withGiven(person, assigned)
  if (invitation && assigned) {
    const write = noteSignIn(whole, ctx.now, assigned)
    await acceptInvitation(ctx, invitation.email, person.name, [write])
  }
  return whole.roles.length > 0 ? whole : undefined
}

/** What was given before, and what an invitation gives. */
const joined = (
  personId: string,
  before: Assigned | undefined,
  { roles, authorityId, invitedBy }: Invitation,
  now: string,
): Assigned => {
  const all: readonly Role[] = [...(before?.roles ?? []), ...roles]
  const authority = authorityId ?? before?.authorityId
  return {
    roles: everyRole.filter((role) => all.includes(role)),
    ...(authority ? { authorityId: authority } : {}),
    personId,
    by: invitedBy,
    at: now,
  }
}

/**
 * Sets the roles that somebody has beside the provider's; none takes them away. Their sessions end, so that the roles
 * count at once.
 * @param input.seen when those that the administrator saw were given; absent where there were none
 * @throws {DomainError} not-found; forbidden `second-person` for oneself; conflict, when they were changed meanwhile;
 * invalid for an agency officer without an authority; unauthenticated `sign-in-again`
 */
export const giveRoles = verb(
  {
    name: "session.giveRoles",
    by: ["administrator"],
    input: z.object({
      personId: z.string().min(1).max(300),
      seen: z.string().max(40).optional(),
      given: GivenRoles,
    }),
  },
  async (ctx, { personId, seen, given: input }): Promise<void> => {
    if (keyOf(personId) === keyOf(personOf(ctx).id))
      throw new DomainError("forbidden", { reason: "second-person" })
    requireFreshSignIn(ctx)
    await requireAuthority(input)
    const found = await findPerson(personId)
    if (found?.personId !== personId) throw new DomainError("not-found")
    const before = found.assigned
    const file = `person#${keyOf(personId)}`
    if (before?.at !== seen) throw await conflictAt(file, file)
    const given = { ...input, personId, by: personRefOf(ctx), at: ctx.now }
    await recordOnPerson(
      ctx,
      personId,
      {
        type: "person.roles-given",
        data: {
          person: found.name,
          from: before?.roles ?? [],
          to: input.roles,
          authorityId: input.authorityId,
        },
      },
      [assign(personId, given, before), ...(await endingSessions(personId))],
    )
  },
)

import { z } from "zod"
import { commit, conflictAt, type Head, initialHead, type NewEvent, requireSeen, standsAt } from "@/lib/audit"
import type { PersonRef } from "@/lib/kernel/actor"
import { type Context, personRefOf, requireFreshSignIn } from "@/lib/kernel/context"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { put, type Write } from "@/lib/store/transact"
import { GivenRoles, requireAuthority } from "./given-roles"
import { InvitationsEntity } from "./invitations.entity"

/** How long an invitation waits for the first sign-in. */
export const invitationDays = 14
const invitationsMax = 200
const file = "invitations"

/** Roles that wait for whoever signs in with an e-mail address which the provider calls verified. */
export type Invitation = GivenRoles & {
  /** In lower case. */
  readonly email: string
  /** As the administrator calls the person. */
  readonly name: string
  readonly invitedAt: string
  readonly invitedBy: PersonRef
  readonly until: string
}

/** An address as it is compared; providers and people write it in any case. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email())

type Stored = { readonly entries: readonly Invitation[] } & Head

const stored = async (): Promise<Stored> => {
  const { data } = await InvitationsEntity.get({}).go({ consistent: true })
  return data ?? { entries: [], ...initialHead }
}

export type Invitations = { readonly invitations: readonly Invitation[]; readonly version: number }

/** Who is invited and has not come yet, with those whose time is over. */
export const listInvitations = verb(
  { name: "session.listInvitations", by: ["administrator", "auditor"], input: z.object({}) },
  async (): Promise<Invitations> => {
    const { entries, version } = await stored()
    return { invitations: entries, version }
  },
)

/** Of the list, as it was seen; 0 where there was none. */
const version = z.int().min(0)

/**
 * Lets somebody in at the next sign-in with this address, once. An invitation whose time is over gives way to a new one.
 * @throws {DomainError} unauthenticated `sign-in-again`; conflict with the last change; invalid without roles or an authority, `invited-already`, `too-many`
 */
export const invite = verb(
  {
    name: "session.invite",
    by: ["administrator"],
    input: z.object({ version, email: Email, name: Written({ min: 2, max: 120 }), given: GivenRoles }),
  },
  async (ctx, { version: seenVersion, email, name, given }): Promise<void> => {
    requireFreshSignIn(ctx)
    if (given.roles.length === 0) throw invalid(["given", "roles"], "required")
    await requireAuthority(given)
    const before = await seen(seenVersion)
    const others = before.entries.filter((one) => one.email !== email || one.until > ctx.now)
    if (others.some((one) => one.email === email)) throw invalid(["email"], "invited-already")
    if (others.length >= invitationsMax) throw invalid(["email"], "too-many", { max: invitationsMax })
    const until = new Date(Date.parse(ctx.now) + invitationDays * 86_400_000).toISOString()
    const invitation = { ...given, email, name, invitedAt: ctx.now, invitedBy: personRefOf(ctx), until }
    await write(ctx, before, [...others, invitation], { type: "invitation.sent", data: { name, ...given } })
  },
)

/**
 * Takes an invitation back, or away once its time is over.
 * @throws {DomainError} conflict with the last change; not-found
 */
export const withdrawInvitation = verb(
  {
    name: "session.withdrawInvitation",
    by: ["administrator"],
    input: z.object({ version, email: Email }),
  },
  async (ctx, { version: seenVersion, email }): Promise<void> => {
    const before = await seen(seenVersion)
    const gone = before.entries.find((one) => one.email === email)
    if (!gone) throw new DomainError("not-found")
    const entries = before.entries.filter((one) => one !== gone)
    await write(ctx, before, entries, { type: "invitation.withdrawn", data: { name: gone.name } })
  },
)

/** The invitation that waits for an address. */
export const findInvitation = async (email: string, now: string): Promise<Invitation | undefined> =>
  (await stored()).entries.find((one) => one.email === email && one.until > now)

/**
 * Ends an invitation by whoever came, together with what is written of the person.
 * @throws {DomainError} conflict, when the list changed just now, or the invitation has ended
 */
export const acceptInvitation = async (
  ctx: Context,
  email: string,
  person: string,
  also: readonly Write[],
): Promise<void> => {
  const before = await stored()
  const accepted = before.entries.find((one) => one.email === email)
  if (!accepted) throw await conflictAt(file, file)
  const entries = before.entries.filter((one) => one !== accepted)
  const data = { name: accepted.name, person }
  await write(ctx, before, entries, { type: "invitation.accepted", data }, also)
}

const seen = async (seenVersion: number): Promise<Stored> => {
  const before = await stored()
  await requireSeen({ file, version: before.version, seen: seenVersion })
  return before
}

const write = (
  ctx: Context,
  before: Stored,
  entries: readonly Invitation[],
  event: NewEvent,
  also: readonly Write[] = [],
) =>
  commit(ctx, {
    file,
    subject: file,
    from: before,
    event,
    record: (next) =>
      put(InvitationsEntity.put({ entries: [...entries], ...next }).where(standsAt(before.version))),
    also,
  })

import { z } from "zod"
import { commit, initialHead, type NewEvent } from "@/lib/audit"
import type { Person, Role } from "@/lib/kernel/actor"
import { type Context, personOf } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import type { AuthorityId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { put, remove, update, type Write } from "@/lib/store/transact"
import type { Assigned } from "./given-roles"
import { PersonEntity, SessionEntity, SignedInEntity } from "./session.entity"

/** Somebody who has signed in at some time. The roles are those of the last sign-in, whoever gave them. */
export type Colleague = {
  readonly personId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly authorityId?: AuthorityId
  readonly lastSignInAt: string
  /** What an administrator gave beside the provider's roles. */
  readonly assigned?: Assigned
  /** An administrator said that they have left: they can no longer sign in. */
  readonly leftAt?: string
}

export const keyOf = (personId: string) => personId.toLowerCase()

/**
 * Keeps who signs in, and leaves what administrators said of them.
 * @param assigned what an invitation gives them now
 */
export const noteSignIn = (
  { id, name, roles, authorityId }: Person,
  now: string,
  assigned?: Assigned,
): Write => {
  const noted = PersonEntity.update({ personKey: keyOf(id) }).set({
    personId: id,
    name,
    roles,
    lastSignInAt: now,
    ...(authorityId ? { authorityId } : {}),
    ...(assigned ? { assigned } : {}),
  })
  return update(authorityId ? noted : noted.remove(["authorityId"]))
}

export const findPerson = async (personId: string) =>
  (await PersonEntity.get({ personKey: keyOf(personId) }).go({ consistent: true })).data ?? undefined

/** Whether somebody has left; nobody has who never was here. */
export const hasLeft = async (personId: string): Promise<boolean> =>
  (await findPerson(personId))?.leftAt !== undefined

/** Somebody to whom work can be given. Not a verb: the verb that asks has authorised the read. */
export const findColleague = async (personId: string): Promise<Colleague | undefined> => {
  const found = await findPerson(personId)
  return found?.leftAt === undefined ? found : undefined
}

const everybody = async (): Promise<Colleague[]> => {
  const { data } = await PersonEntity.query.all({}).go({ pages: "all" })
  return data.toSorted((a, b) => a.name.localeCompare(b.name))
}

/** All who ever signed in, by name. */
export const listPeople = verb(
  { name: "session.listPeople", by: ["auditor", "administrator"], input: z.object({}) },
  everybody,
)

/** The moderators to whom a tip can be handed, without oneself. */
export const listModerators = verb(
  { name: "session.listModerators", by: ["moderator"], input: z.object({}) },
  async (ctx): Promise<Pick<Colleague, "personId" | "name">[]> =>
    (await everybody())
      .filter(
        ({ personId, roles, leftAt }) =>
          leftAt === undefined && roles.includes("moderator") && personId !== personOf(ctx).id,
      )
      .map(({ personId, name }) => ({ personId, name })),
)

const Named = z.object({ personId: z.string().min(1).max(300) })

/**
 * Says that somebody has left: every session of theirs ends, and none begins any more, whatever the provider says.
 * @throws {DomainError} not-found; forbidden `second-person` for oneself, so that the last administrator stays
 */
export const letLeave = verb(
  { name: "session.letLeave", by: ["administrator"], input: Named },
  async (ctx, { personId }): Promise<void> => {
    if (keyOf(personId) === keyOf(personOf(ctx).id))
      throw new DomainError("forbidden", { reason: "second-person" })
    await change(ctx, personId, "person.left", [
      update(PersonEntity.patch({ personKey: keyOf(personId) }).set({ leftAt: ctx.now })),
      ...(await endingSessions(personId)),
    ])
  },
)

/** Ends whatever session somebody has. */
export const endingSessions = async (personId: string): Promise<Write[]> => {
  const { data } = await SessionEntity.query.live({}).go({ pages: "all" })
  return data
    .filter(({ row }) => keyOf(row.personId) === keyOf(personId))
    .map(({ row: { sessionId } }) => remove(SessionEntity.delete({ sessionId })))
}

/** Lets somebody who had left sign in again. @throws {DomainError} not-found */
export const letReturn = verb(
  { name: "session.letReturn", by: ["administrator"], input: Named },
  (ctx, { personId }): Promise<void> =>
    change(ctx, personId, "person.returned", [
      update(PersonEntity.patch({ personKey: keyOf(personId) }).remove(["leftAt"])),
    ]),
)

const change = async (
  ctx: Context,
  personId: string,
  type: "person.left" | "person.returned",
  also: readonly Write[],
): Promise<void> => {
  const found = await findPerson(personId)
  if (!found) throw new DomainError("not-found")
  await recordOnPerson(ctx, personId, { type, data: { person: found.name } }, also)
}

/** Writes an event into a person's file, with what it means. @throws {DomainError} conflict with the last change */
export const recordOnPerson = async (
  ctx: Context,
  personId: string,
  event: NewEvent,
  also: readonly Write[],
): Promise<void> => {
  const personKey = keyOf(personId)
  const { data: before } = await SignedInEntity.get({ personKey }).go({ consistent: true })
  const file = `person#${personKey}`
  await commit(ctx, {
    file,
    subject: file,
    from: before ?? initialHead,
    event,
    record: (next) =>
      put(
        before
          ? SignedInEntity.put({ personKey, ...next }).where(({ version }, { eq }) =>
              eq(version, before.version),
            )
          : SignedInEntity.create({ personKey, ...next }),
      ),
    also,
  })
}

import { z } from "zod"
import type { Person } from "@/lib/kernel/actor"
import { DomainError } from "@/lib/kernel/errors"
import { randomText } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { ConditionFailed, put, remove, transact } from "@/lib/store/transact"
import { hasLeft, noteSignIn } from "./people"
import { endsAt, type Session } from "./session"
import { SessionEntity } from "./session.entity"

const SessionId = z.string().min(16).max(100)

const record = (session: Session) => ({
  ...session,
  expiresAt: Math.floor(Date.parse(endsAt(session)) / 1000),
  row: session,
})

/**
 * Begins the session of somebody whom the provider has just vouched for.
 * @throws {DomainError} forbidden `person-left`
 */
export const startSession = verb(
  { name: "session.start", by: ["system"], input: z.object({ person: z.custom<Person>() }) },
  async (ctx, { person }): Promise<Session> => {
    const { id: personId, name, roles, authorityId } = person
    if (await hasLeft(personId)) throw new DomainError("forbidden", { reason: "person-left" })
    const session: Session = {
      sessionId: randomText(32),
      personId,
      name,
      roles,
      ...(authorityId ? { authorityId } : {}),
      startedAt: ctx.now,
      checkedAt: ctx.now,
    }
    await transact([put(SessionEntity.create(record(session))), noteSignIn(person, ctx.now)])
    return session
  },
)

/** @returns undefined for one that has ended, in whatever way */
export const findSession = verb(
  { name: "session.find", by: ["visitor"], input: z.object({ sessionId: SessionId }) },
  async (ctx, { sessionId }): Promise<Session | undefined> => {
    const { data } = await SessionEntity.get({ sessionId }).go({ consistent: true })
    return data && endsAt(data) > ctx.now ? data.row : undefined
  },
)

/** Takes over what the provider says of the person by now. A session that has ended meanwhile stays ended. */
export const renewSession = verb(
  {
    name: "session.renew",
    by: ["system"],
    input: z.object({ session: z.custom<Session>(), person: z.custom<Person>() }),
  },
  async (ctx, { session, person: { name, roles, authorityId } }): Promise<Session | undefined> => {
    const { authorityId: _, ...same } = session
    const renewed: Session = {
      ...same,
      name,
      roles,
      ...(authorityId ? { authorityId } : {}),
      checkedAt: ctx.now,
    }
    const write = put(
      SessionEntity.put(record(renewed)).where(({ sessionId }, { exists }) => exists(sessionId)),
    )
    try {
      await transact([write])
      return renewed
    } catch (error) {
      if (error instanceof ConditionFailed) return undefined
      throw error
    }
  },
)

/** Ends a session: its cookie, and every copy of it, is worth nothing from now on. */
export const closeSession = verb(
  { name: "session.close", by: ["system"], input: z.object({ sessionId: SessionId }) },
  async (_ctx, { sessionId }): Promise<void> => {
    await transact([remove(SessionEntity.delete({ sessionId }))])
  },
)

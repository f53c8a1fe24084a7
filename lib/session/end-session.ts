import { z } from "zod"
import { commit, initialHead } from "@/lib/audit"
import { DomainError } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { put, remove } from "@/lib/store/transact"
import { endsAt, type Session } from "./session"
import { SessionEntity, SignedInEntity } from "./session.entity"

/** Who is signed in, oldest first. */
export const listSessions = verb(
  { name: "session.list", by: ["administrator", "auditor"], input: z.object({}) },
  async (ctx): Promise<Session[]> => {
    const { data } = await SessionEntity.query.live({}).go({ pages: "all" })
    return data.map(({ row }) => row).filter((session) => endsAt(session) > ctx.now)
  },
)

/**
 * Ends somebody's session. The record stands in the person's file.
 * @throws {DomainError} not-found, also for one that has ended; conflict, when another of the person's was ended just now
 */
export const endSession = verb(
  {
    name: "session.end",
    by: ["administrator"],
    input: z.object({ sessionId: z.string().min(16).max(100) }),
  },
  async (ctx, { sessionId }): Promise<void> => {
    const { data: session } = await SessionEntity.get({ sessionId }).go({ consistent: true })
    if (!session) throw new DomainError("not-found", { reason: "session" })
    const personKey = session.personId.toLowerCase()
    const { data: before } = await SignedInEntity.get({ personKey }).go({ consistent: true })
    const file = `person#${personKey}`
    await commit(ctx, {
      file,
      subject: file,
      from: before ?? initialHead,
      event: { type: "session.ended", data: { person: session.name, startedAt: session.startedAt } },
      record: (next) =>
        put(
          before
            ? SignedInEntity.put({ personKey, ...next }).where(({ version }, { eq }) =>
                eq(version, before.version),
              )
            : SignedInEntity.create({ personKey, ...next }),
        ),
      also: [remove(SessionEntity.delete({ sessionId }))],
    })
  },
)

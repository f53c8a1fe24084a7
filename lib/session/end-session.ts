import { z } from "zod"
import { DomainError } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { remove } from "@/lib/store/transact"
import { recordOnPerson } from "./people"
import { endsAt, type Session } from "./session"
import { SessionEntity } from "./session.entity"

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
    await recordOnPerson(
      ctx,
      session.personId,
      { type: "session.ended", data: { person: session.name, startedAt: session.startedAt } },
      [remove(SessionEntity.delete({ sessionId }))],
    )
  },
)

import { z } from "zod"
import { type AuditEvent, eventsOf } from "@/lib/audit"
import { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { getTipRecord, messagesOf, readable } from "./find"
import type { Message } from "./talk/message"
import type { Tip } from "./tip"

export type TipFile = {
  readonly tip: Tip
  readonly messages: readonly Message[]
  readonly events: readonly AuditEvent[]
}

/**
 * A tip with its messages and its history.
 * @throws {DomainError} not-found
 */
export const getTip = verb(
  {
    name: "tip.get",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({ tipId: TipId }),
  },
  async (_ctx, { tipId }): Promise<TipFile> => {
    const [stored, messages, events] = await Promise.all([
      getTipRecord(tipId),
      messagesOf(tipId),
      eventsOf(tipId),
    ])
    return { tip: readable(stored), messages, events }
  },
)

import { z } from "zod"
import { type AuditEvent, eventsOf } from "@/lib/audit"
import { type Evidence, evidenceOf } from "@/lib/evidence"
import { verb } from "@/lib/kernel/verb"
import { changeTip } from "./change"
import { unseal } from "./contact"
import { ContactEntity } from "./contact.entity"
import { getTipRecord, messagesOf } from "./find"
import type { Message } from "./message"
import type { Tip } from "./tip"

export type TipFile = {
  readonly tip: Tip
  readonly evidence: readonly Evidence[]
  readonly messages: readonly Message[]
  readonly events: readonly AuditEvent[]
}

/**
 * A tip with its evidence and its history.
 * @throws {DomainError} not-found
 */
export const getTip = verb(
  {
    name: "tip.get",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({ tipId: z.string() }),
  },
  async (_ctx, { tipId }): Promise<TipFile> => {
    const [{ codeHash: _code, birth: _birth, ...tip }, evidence, messages, events] = await Promise.all([
      getTipRecord(tipId),
      evidenceOf(tipId),
      messagesOf(tipId),
      eventsOf(tipId),
    ])
    return { tip, evidence, messages, events }
  },
)

/**
 * How to reach the reporter. The look is recorded.
 * @returns undefined when none was left, or when it was erased
 */
export const revealContact = verb(
  {
    name: "tip.revealContact",
    by: ["moderator"],
    input: z.object({ tipId: z.string(), reason: z.string().trim().min(5).max(500) }),
  },
  async (ctx, { tipId, reason }): Promise<string | undefined> => {
    const tip = await getTipRecord(tipId)
    await changeTip(ctx, tip, {}, { type: "tip.contact-revealed", data: { reason } })
    const { data } = await ContactEntity.get({ tipId }).go()
    if (!data || data.expiresAt * 1000 < Date.parse(ctx.now)) return undefined
    return unseal(tipId, data.sealed)
  },
)

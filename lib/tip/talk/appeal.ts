import { z } from "zod"
import type { PersonRef } from "@/lib/kernel/actor"
import { reporterTipId } from "@/lib/kernel/context"
import { sha256 } from "@/lib/kernel/crypto"
import { DomainError } from "@/lib/kernel/errors"
import { newId } from "@/lib/kernel/id"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { put } from "@/lib/store/transact"
import { changeLatestTip } from "@/lib/tip/change"
import { after } from "@/lib/tip/lifecycle"
import type { Tip } from "@/lib/tip/tip"
import { answerMax, type Message } from "./message"
import { MessageEntity } from "./message.entity"

/** From a refusal, so long its reporter may object: the time that the Administrative Reconsideration Law gives. */
export const appealDays = 60

/** Until when the reporter of a declined tip may object; undefined where that is not possible (any more). */
export const appealUntil = (
  { status, decidedAt, appealedAt }: Pick<Tip, "status" | "decidedAt" | "appealedAt">,
  now: string,
): string | undefined => {
  if (appealedAt || !after(status, "appeal")) return undefined
  // A tip from before the day of its decision was kept is not held against its reporter.
  const until = new Date(Date.parse(decidedAt ?? now) + appealDays * 86_400_000).toISOString()
  return until > now ? until : undefined
}

/** Of a tip from before its decider was kept with it; nobody has this id. */
const unknown: PersonRef = { id: "", name: "" }

/**
 * Objects to one's own tip being declined: it waits again, for another moderator than the one who declined it.
 * @throws {DomainError} conflict `appeal-not-possible`: it is not declined, too long ago, or objected to before
 */
export const appealTip = verb(
  {
    name: "tip.appeal",
    by: ["reporter"],
    input: z.object({ appeal: Written({ min: 10, max: answerMax }) }),
  },
  async (ctx, { appeal: text }): Promise<void> => {
    const tipId = reporterTipId(ctx)
    const message: Message = { messageId: newId("msg"), tipId, from: "reporter", text, sentAt: ctx.now }
    await changeLatestTip(ctx, tipId, (tip) => {
      const status = after(tip.status, "appeal")
      if (!status || !appealUntil(tip, ctx.now))
        throw new DomainError("conflict", { reason: "appeal-not-possible" })
      return {
        patch: {
          status,
          declined: null,
          decidedAt: null,
          decidedBy: null,
          answeredAt: ctx.now,
          appealedAt: ctx.now,
          another: { than: tip.decidedBy ?? unknown, why: "appealed", at: ctx.now },
        },
        event: { type: "tip.appealed", data: { messageId: message.messageId, textHash: sha256(text) } },
        also: [put(MessageEntity.create(message))],
      }
    })
  },
)

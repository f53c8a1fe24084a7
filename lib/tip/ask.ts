import { z } from "zod"
import { personOf } from "@/lib/kernel/context"
import { sha256 } from "@/lib/kernel/crypto"
import { DomainError } from "@/lib/kernel/errors"
import { newId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { put } from "@/lib/store/transact"
import { changeLatestTip, changeTip } from "./change"
import { messagesOf } from "./find"
import { getHeldTip, Seen } from "./held"
import { after } from "./lifecycle"
import { Answer, type Message, Question } from "./message"
import { MessageEntity } from "./message.entity"
import { ownTipId } from "./own"
import type { Tip } from "./tip"

const said = ({ messageId, text }: Message) => ({ messageId, textHash: sha256(text) })

/**
 * Asks the reporter something and gives the tip out of hand until the answer comes, or is overdue.
 * @throws {DomainError} conflict `tip-not-yours`, unless the caller holds the claim; conflict with the rival
 */
export const askReporter = verb(
  { name: "tip.ask", by: ["moderator"], input: Seen.extend({ question: Question }) },
  async (ctx, { tipId, version, question: text }): Promise<Tip> => {
    const { id, name } = personOf(ctx)
    const { tip, status } = await getHeldTip(id, { tipId, version }, "ask")
    const message: Message = {
      messageId: newId("msg"),
      tipId,
      from: "moderator",
      text,
      sentAt: ctx.now,
      author: { id, name },
    }
    return changeTip(
      ctx,
      tip,
      {
        status,
        claim: null,
        answeredAt: null,
        question: { messageId: message.messageId, askedAt: ctx.now },
      },
      { type: "tip.asked", data: said(message) },
      [put(MessageEntity.create(message))],
    )
  },
)

/**
 * Answers the question that is open on one's own tip, also after its time, as long as nothing is decided. The same
 * answer sent again is taken as sent.
 * @throws {DomainError} conflict `question-closed`, when the question is answered, replaced or no longer matters
 */
export const answerQuestion = verb(
  {
    name: "tip.answer",
    by: ["reporter"],
    input: z.object({ questionId: z.string().max(60), answer: Answer }),
  },
  async (ctx, { questionId, answer: text }): Promise<{ messageId: string; sentAt: string }> => {
    const tipId = ownTipId(ctx)
    const sent = (await messagesOf(tipId)).find(({ replyTo }) => replyTo === questionId)
    if (sent?.text === text) return { messageId: sent.messageId, sentAt: sent.sentAt }
    const message: Message = {
      messageId: newId("msg"),
      tipId,
      from: "reporter",
      text,
      sentAt: ctx.now,
      replyTo: questionId,
    }
    await changeLatestTip(ctx, tipId, (tip) => {
      const status = after(tip.status, "answer")
      if (!status || tip.question?.messageId !== questionId)
        throw new DomainError("conflict", { reason: "question-closed" })
      return {
        patch: { status, question: null, answeredAt: ctx.now },
        deed: { type: "tip.answered", data: { ...said(message), replyTo: questionId } },
        also: [put(MessageEntity.create(message))],
      }
    })
    return { messageId: message.messageId, sentAt: ctx.now }
  },
)

import { z } from "zod"
import { type Context, personRefOf, reporterTipId } from "@/lib/kernel/context"
import { sha256 } from "@/lib/kernel/crypto"
import { DomainError, isDomainError } from "@/lib/kernel/errors"
import { newId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { put } from "@/lib/store/transact"
import { changeLatestTip, changeTip, type LatestChange } from "@/lib/tip/change"
import { getClaimedTip, Seen } from "@/lib/tip/claimed"
import { messagesOf } from "@/lib/tip/find"
import { after } from "@/lib/tip/lifecycle"
import type { Tip } from "@/lib/tip/tip"
import { Answer, type Message, Question } from "./message"
import { MessageEntity } from "./message.entity"

const hashedText = ({ messageId, text }: Message) => ({ messageId, textHash: sha256(text) })

/**
 * Asks the reporter something and gives the tip out of hand until the answer comes, or is overdue.
 * @throws {DomainError} conflict `tip-not-yours`, unless the caller holds the claim; conflict with the last change
 */
export const askReporter = verb(
  { name: "tip.ask", by: ["moderator"], input: Seen.extend({ question: Question }) },
  async (ctx, { tipId, version, question: text }): Promise<Tip> => {
    const { tip, status } = await getClaimedTip(ctx, { tipId, version }, "ask")
    const message: Message = {
      messageId: newId("msg"),
      tipId,
      from: "moderator",
      text,
      sentAt: ctx.now,
      author: personRefOf(ctx),
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
      { type: "tip.asked", data: hashedText(message) },
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
  async (ctx, { questionId, answer: text }): Promise<Message> => {
    const tipId = reporterTipId(ctx)
    const message: Message = {
      messageId: newId("msg"),
      tipId,
      from: "reporter",
      text,
      sentAt: ctx.now,
      replyTo: questionId,
    }
    try {
      await changeLatestTip(ctx, tipId, (tip) => answered(ctx, tip, message))
      return message
    } catch (error) {
      if (!isDomainError(error) || error.reason !== "question-closed") throw error
      const sent = (await messagesOf(tipId)).find(({ replyTo }) => replyTo === questionId)
      if (sent?.text === text) return sent
      throw error
    }
  },
)

const answered = (ctx: Context, tip: Tip, message: Message): LatestChange => {
  const status = after(tip.status, "answer")
  if (!status || tip.question?.messageId !== message.replyTo)
    throw new DomainError("conflict", { reason: "question-closed" })
  return {
    patch: { status, question: null, answeredAt: ctx.now },
    event: { type: "tip.answered", data: { ...hashedText(message), replyTo: message.replyTo } },
    also: [put(MessageEntity.create(message))],
  }
}

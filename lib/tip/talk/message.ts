import { z } from "zod"
import type { PersonRef } from "@/lib/kernel/actor"
import type { MessageId, TipId } from "@/lib/kernel/id"
import { Written } from "@/lib/kernel/text"

export const questionMax = 2_000
export const answerMax = 5_000
/** So long a moderator waits for an answer before deciding without it. */
export const answerDaysMax = 14

export const Question = Written({ min: 5, max: questionMax })
export const Answer = z.string().trim().min(1).max(answerMax)

/** One thing said between the staff and the reporter of a tip. It is never changed. */
export type Message = {
  readonly messageId: MessageId
  readonly tipId: TipId
  readonly from: "moderator" | "reporter"
  readonly text: string
  readonly sentAt: string
  /** Who asked. For the staff alone: no reporter is told. */
  readonly author?: PersonRef
  /** The question that is answered. */
  readonly replyTo?: string
}

/** What the staff waits for. */
export type OpenQuestion = { readonly messageId: MessageId; readonly askedAt: string }

/** Until when a moderator waits for the answer. */
export const answerDueAt = ({ askedAt }: OpenQuestion) =>
  new Date(Date.parse(askedAt) + answerDaysMax * 86_400_000).toISOString()

import { z } from "zod"
import { type AuditEvent, type EventType, eventsOf } from "@/lib/audit"
import { asSent, evidenceOf, type SentEvidence } from "@/lib/evidence"
import type { Bilingual } from "@/lib/kernel/bilingual"
import { reporterTipId } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { type CaseId, EvidenceId, type TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { progressOf, progressSteps } from "@/lib/progress"
import { entryOf, settingsNow } from "@/lib/settings"
import { after, answerDueAt, appealUntil, findTip, type Message, messagesOf, type Tip } from "@/lib/tip"
import { ContactEntity } from "./contact/contact.entity"
import { isLogged } from "./day-log/prove"
import { findNews, offersNews } from "./news/news"
import { numberOf } from "./receipt"

export const publicSteps = [
  "received",
  "screening",
  "accepted",
  "declined",
  "known",
  "asked",
  "answered",
  "appealed",
  "contact-erased",
  "reopened",
  "withdrawn",
  "in-case",
  "evidence-verified",
  "evidence-rejected",
  ...progressSteps,
] as const

/** One line of what a reporter may know: never who in the staff did it, never a note. */
export type PublicStep = {
  readonly at: string
  readonly step: (typeof publicSteps)[number]
  readonly evidenceId?: EvidenceId
}

/** Never who in the staff asked. */
type PublicMessage = Pick<Message, "messageId" | "from" | "text" | "sentAt">

export type Followed = {
  readonly number: string
  readonly tipId: TipId
  readonly status: Tip["status"]
  readonly receivedAt: string
  readonly targets: Tip["targets"]
  readonly category: Tip["category"]
  readonly description: string
  /** The code of the reason for which it was declined. */
  readonly declined?: string
  /** What the reason says. */
  readonly declinedText?: Bilingual
  /** What the moderator wrote instead of the reason's own words. */
  readonly wording?: string
  /** Whether the log of its day is closed, so that its place there can be proven. */
  readonly isLogged: boolean
  /** Until when one may object to its being declined; absent where one may not. */
  readonly appealBy?: string
  readonly steps: readonly PublicStep[]
  readonly hasContact: boolean
  /** Whether mails tell of news; absent where none can be sent. */
  readonly news?: "on" | "off"
  readonly messages: readonly PublicMessage[]
  /** The message that waits for an answer. */
  readonly questionId?: string
  /** Whether the report can still be taken back. */
  readonly canWithdraw: boolean
  /** Until when the staff waits for it. */
  readonly answerBy?: string
  readonly evidence: readonly SentEvidence[]
}

const steps: { readonly [Type in EventType]?: PublicStep["step"] } = {
  "tip.received": "received",
  "tip.claimed": "screening",
  "tip.accepted": "accepted",
  "tip.declined": "declined",
  "tip.marked-duplicate": "known",
  "tip.asked": "asked",
  "tip.answered": "answered",
  "tip.appealed": "appealed",
  "tip.contact-erased": "contact-erased",
  "tip.reopened": "reopened",
  "tip.withdrawn": "withdrawn",
  "tip.joined-case": "in-case",
  "evidence.verified": "evidence-verified",
  "evidence.rejected": "evidence-rejected",
}

const ofTip = (events: readonly AuditEvent[], tipId: TipId): PublicStep[] =>
  events.flatMap(({ type, at, subject }) => {
    const step = steps[type]
    if (!step) return []
    return subject === tipId ? [{ at, step }] : [{ at, step, evidenceId: EvidenceId.parse(subject) }]
  })

/** What came of the tip's case. What came before the tip joined it is told as of then. */
const ofCase = async (events: readonly AuditEvent[], caseId: CaseId | undefined): Promise<PublicStep[]> => {
  if (!caseId) return []
  const joins = ["tip.joined-case", "tip.moved"]
  const joinedAt = events.findLast(({ type }) => joins.includes(type))?.at ?? ""
  return (await progressOf(caseId)).map(({ at, step }) => ({ at: at < joinedAt ? joinedAt : at, step }))
}

const newsOf = async ({ tipId, hasContact }: Tip): Promise<Pick<Followed, "news">> => {
  if (!hasContact || !offersNews()) return {}
  const [news, contact] = await Promise.all([findNews(tipId), ContactEntity.get({ tipId }).go()])
  if (!contact.data?.isEmail) return {}
  return { news: news ? "on" : "off" }
}

/** @returns what the reporter of a declined tip reads; nothing of another */
export const declinedOf = async ({
  status,
  declined,
}: Tip): Promise<Pick<Followed, "declined" | "declinedText" | "wording">> => {
  if (status !== "declined" || !declined) return {}
  const { reason, wording, text } = declined
  const said = text ?? entryOf((await settingsNow()).entries, "decline-reason", reason)?.text
  return { declined: reason, declinedText: said, wording }
}

/** What became of one's own tip. */
export const followTip = verb(
  { name: "tip.follow", by: ["reporter"], input: z.object({}) },
  async (ctx): Promise<Followed> => {
    const tipId = reporterTipId(ctx)
    const [tip, evidence, events, messages] = await Promise.all([
      findTip(tipId),
      evidenceOf(tipId),
      eventsOf(tipId),
      messagesOf(tipId),
    ])
    if (!tip) throw new DomainError("not-found", { reason: "tip" })
    return {
      number: numberOf(tipId),
      tipId,
      status: tip.status,
      receivedAt: tip.receivedAt,
      targets: tip.targets,
      category: tip.category,
      description: tip.description,
      ...(await declinedOf(tip)),
      appealBy: appealUntil(tip, ctx.now),
      isLogged: await isLogged(tip.receivedAt),
      steps: [...ofTip(events, tipId), ...(await ofCase(events, tip.caseId))],
      hasContact: tip.hasContact,
      ...(await newsOf(tip)),
      messages: messages.map(({ messageId, from, text, sentAt }) => ({ messageId, from, text, sentAt })),
      canWithdraw: after(tip.status, "withdraw") !== undefined,
      ...(tip.question && after(tip.status, "answer")
        ? { questionId: tip.question.messageId, answerBy: answerDueAt(tip.question) }
        : {}),
      evidence: evidence.map((one) => asSent(one, ctx.now)),
    }
  },
)

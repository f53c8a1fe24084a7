import type { FormError } from "@/app/_document/form"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { issueMessage, refusalLine } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"

export const answerForm = "/follow/answer"

/** What was typed as an answer and not taken. */
export const typedAnswer = (entry: ShownEntry | undefined) =>
  entry?.form === answerForm ? entry.typed.answer : undefined

/** Why a form of the report's page was not taken. */
export const followErrors = (locale: Locale, entry: ShownEntry | undefined): readonly FormError[] => {
  if (!entry?.refusal) return []
  const { form, refusal } = entry
  if (form !== answerForm) return [{ text: refusalLine(locale, refusal) }]
  const t = wordsFor(locale, "follow")
  if (refusal.reason === "question-closed") return [{ id: "answer", text: t("talk.closed") }]
  if (refusal.code !== "invalid") return [{ id: "answer", text: refusalLine(locale, refusal) }]
  return refusal.issues.map((issue) => ({
    id: "answer",
    text: issue.rule === "required" ? t("talk.needed") : issueMessage(locale, issue),
  }))
}

import type { FormError } from "@/app/_document/form"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { issueMessage, refusalLine } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"

export const answerForm = "/follow/answer"
export const appealForm = "/follow/appeal"

/** What a text was typed for, by the form: its field, and what is said where it was left empty. */
const fields = { [answerForm]: "answer", [appealForm]: "appeal" } as const

/** Whether a form of the report asks for a text, which is kept until the report is opened again. */
export const isText = (form: string): form is keyof typeof fields => form in fields

/** The entry of one of the page's forms, where it was that form that was not taken. */
export const entryOf = (entry: ShownEntry | undefined, form: string) =>
  entry?.form === form ? entry : undefined

/** Why a form of the report's page was not taken. */
export const followErrors = (locale: Locale, entry: ShownEntry | undefined): readonly FormError[] => {
  if (!entry?.refusal) return []
  const { form, refusal } = entry
  if (!isText(form)) return [{ text: refusalLine(locale, refusal) }]
  const [t, id] = [wordsFor(locale, "follow"), fields[form]]
  if (refusal.reason === "question-closed") return [{ id, text: t("talk.closed") }]
  if (refusal.code !== "invalid") return [{ id, text: refusalLine(locale, refusal) }]
  return refusal.issues.map((issue) => ({
    id,
    text: issue.rule === "required" ? t(`needed.${id}`) : issueMessage(locale, issue),
  }))
}

import { issueMessage } from "@/app/_adapter/message"
import type { FormError } from "@/app/_document/form"
import { type Locale, wordsFor } from "@/app/_words"
import type { Issue } from "@/lib/kernel/errors"
import type { submitTip } from "@/lib/tip"

/** What a person typed, as it stands in the form. */
export type Typed = Readonly<Record<string, string>>

const fieldNames = ["category", "targets", "description", "work", "contact"] as const
export type FieldName = (typeof fieldNames)[number]

/** Numbers of the lines that are not empty, so that a complaint names the line that a person sees. */
const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .flatMap((line, at) => (line.trim() === "" ? [] : [{ text: line.trim(), number: at + 1 }]))

const filled = (text: string | undefined) => (text?.trim() ? text.replaceAll("\r\n", "\n") : undefined)

type Submission = Parameters<typeof submitTip>[1]

/** The form's fields as the verb takes them. An empty optional field was not filled in. */
export const submissionOf = (typed: Typed, locale: Locale): Submission => {
  const [work, contact] = [filled(typed.work), filled(typed.contact)]
  return {
    // What is none of the choices the verb refuses, with the message for it.
    category: typed.category as Submission["category"],
    targets: linesOf(typed.targets ?? "").map(({ text }) => text),
    description: filled(typed.description) ?? "",
    locale,
    ...(work ? { work } : {}),
    ...(contact ? { contact } : {}),
    ...(typed.key ? { idempotencyKey: typed.key } : {}),
  }
}

export type FieldError = FormError & {
  readonly id: FieldName
  /** The same as the summary says it, away from its field. */
  readonly summary: string
}

/** The verb's complaints, each at its field; of several about one field the first. */
export const errorsOf = (locale: Locale, typed: Typed, issues: readonly Issue[]): FieldError[] =>
  fieldNames.flatMap((id) => {
    const issue = issues.find(({ path }) => path[0] === id)
    return issue ? [errorOf(locale, id, typed[id] ?? "", issue)] : []
  })

const errorOf = (locale: Locale, id: FieldName, typed: string, { path, rule, params }: Issue): FieldError => {
  const [t, e] = [wordsFor(locale, "report"), wordsFor(locale, "errors")]
  if (rule === "required" && isNeeded(id)) {
    const text = t(`needed.${id}`)
    return { id, text, summary: text }
  }
  const message = issueMessage(locale, params ? { rule, params } : { rule })
  const line = typeof path[1] === "number" ? linesOf(typed)[path[1]]?.number : undefined
  const text = line === undefined ? message : e("line", { number: line, message })
  return { id, text, summary: e("labelled", { label: t(`fields.${id}`), message: text }) }
}

const isNeeded = (id: FieldName) => id === "category" || id === "targets" || id === "description"

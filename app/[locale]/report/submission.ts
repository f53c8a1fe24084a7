import { issueMessage } from "@/app/_adapter/message"
import type { FormError } from "@/app/_document/form"
import { type Locale, wordsFor } from "@/app/_words"
import type { Issue } from "@/lib/kernel/errors"
import type { submitTip } from "@/lib/tip"

/** What a person typed, as it stands in the form. */
export type Typed = Readonly<Record<string, string>>

export const fieldNames = ["category", "targets", "work", "description", "contact"] as const
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

const isField = (name: unknown): name is FieldName => fieldNames.some((one) => one === name)

/** The verb's complaints, each at its field; of several about one field the first. */
export const errorsOf = (locale: Locale, typed: Typed, issues: readonly Issue[]): FormError[] => {
  const t = wordsFor(locale, "errors")
  const found = new Map<string, string>()
  for (const { path, rule, params } of issues) {
    const [name, at] = path
    if (!isField(name) || found.has(name)) continue
    const message = issueMessage(locale, params ? { rule, params } : { rule })
    const line = typeof at === "number" ? linesOf(typed[name] ?? "")[at]?.number : undefined
    found.set(name, line === undefined ? message : t("line", { number: line, message }))
  }
  return fieldNames.flatMap((id) => {
    const text = found.get(id)
    return text === undefined ? [] : [{ id, text }]
  })
}

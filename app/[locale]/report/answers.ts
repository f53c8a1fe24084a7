import type { FormError } from "@/app/_document/form"
import { issueMessage } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"
import type { Issue } from "@/lib/kernel/errors"
import type { Draft, keepDraft, submitTip } from "@/lib/reporter"
import { type FieldName, fieldsOfStep, isNeeded, type Step } from "./steps"

/** What a person typed, as it stands in the form. */
export type Typed = Readonly<Record<string, string>>

/** Numbers of the lines that are not empty, so that a complaint names the line that a person sees. */
const numberedLines = (text: string) =>
  text
    .split(/\r?\n/)
    .flatMap((line, at) => (line.trim() === "" ? [] : [{ text: line.trim(), number: at + 1 }]))

export const linesOf = (text: string) => numberedLines(text).map((line) => line.text)

type GivenDraft = Parameters<typeof keepDraft>[1]["draft"]

/** A draft with the answers of one step in it. An empty field that may stay empty was not filled in. */
export const withAnswers = (draft: Draft, step: Step, typed: Typed): GivenDraft => {
  const names: readonly FieldName[] = fieldsOfStep[step]
  const others = Object.entries(draft).filter(([name]) => !names.some((one) => one === name))
  const answers = names.flatMap((name) => {
    const text = (typed[name] ?? "").replaceAll("\r\n", "\n").trim()
    return text === "" && !isNeeded(name) ? [] : [[name, name === "targets" ? linesOf(text) : text]]
  })
  // What is none of the choices the verb refuses, with the message for it.
  return Object.fromEntries([...others, ...answers]) as GivenDraft
}

/** The answers as a form shows them. */
export const typedOf = ({ targets, ...texts }: Draft): Typed => ({
  ...texts,
  ...(targets ? { targets: targets.join("\n") } : {}),
})

/** What is sent of a draft. Whatever it lacks the verb refuses. */
export const submissionOf = (
  { hasFiles: _, news, ...draft }: Draft,
  locale: Locale,
): Parameters<typeof submitTip>[1] => ({
  ...(draft as Omit<Draft, "news"> & Required<Pick<Draft, "category" | "targets" | "description">>),
  locale,
  news: news ? true : undefined,
})

export type FieldError = FormError & {
  readonly id: FieldName
  /** The same as the summary says it, away from its field. */
  readonly summary: string
}

/** The verb's complaints about one step, each at its field; of several about one field the first, of lines all. */
export const errorsOf = (
  locale: Locale,
  step: Step,
  typed: Typed,
  issues: readonly Issue[],
): readonly FieldError[] => {
  const names: readonly FieldName[] = fieldsOfStep[step]
  return names.flatMap((id) => {
    const [first, ...more] = issues.filter(({ path }) => path[0] === "draft" && path[1] === id)
    return first ? [errorOf(locale, id, typed[id] ?? "", [first, ...more])] : []
  })
}

const errorOf = (
  locale: Locale,
  id: FieldName,
  typed: string,
  issues: readonly [Issue, ...Issue[]],
): FieldError => {
  const [t, e] = [wordsFor(locale, "report"), wordsFor(locale, "errors")]
  if (isNeeded(id) && typed.trim() === "") {
    const text = t(`needed.${id}`)
    return { id, text, summary: text }
  }
  const lines = numberedLines(typed)
  const atLines = issues.flatMap((issue) => {
    const line = typeof issue.path[2] === "number" ? lines[issue.path[2]]?.number : undefined
    return line === undefined ? [] : [e("line", { number: line, message: issueMessage(locale, issue) })]
  })
  const text = atLines.length > 0 ? atLines.join(locale === "zh" ? "" : " ") : issueMessage(locale, issues[0])
  return { id, text, summary: e("labelled", { label: t(`fields.${id}`), message: text }) }
}

import type { FormError } from "@/app/_document/form"
import { issueMessage, refusalLine } from "@/app/_http/message"
import type { Locale } from "@/app/_words"
import type { ShownEntry } from "./form-entry"

/**
 * What was wrong with a form, as its page says it.
 * @param needed by the name of each field, what is said where nothing was typed, or too little
 */
export const entryErrors = (
  locale: Locale,
  entry: ShownEntry | undefined,
  needed: Readonly<Record<string, string>>,
): readonly FormError[] => {
  if (!entry?.refusal) return []
  const { code, issues } = entry.refusal
  if (code !== "invalid") return [{ text: refusalLine(locale, entry.refusal) }]
  return issues.map((issue) => {
    const id = Object.keys(needed).find((name) => name === issue.path[0])
    const isMissing = issue.rule === "required" || issue.rule === "too-short"
    return { id, text: (isMissing && id && needed[id]) || issueMessage(locale, issue) }
  })
}

import { issueMessage } from "@/app/_http/message"
import { failureWords } from "@/app/_http/problem"
import { type Locale, wordsFor } from "@/app/_words"
import { DomainError } from "@/lib/kernel/errors"
import { typedIn } from "./fields"
import type { Conflict, FormState } from "./form-state"

/** How a record stands that a form changes: the version, and the text of each input. */
export type Standing = { readonly version: number; readonly values: Readonly<Record<string, string>> }

/**
 * Takes for each field that two changed the text that was chosen; `open` are those of which none was.
 */
export const chosenFrom = ({ conflict }: FormState, form: FormData) => {
  const chosen = new FormData()
  for (const [name, value] of form) if (!name.startsWith("keep.")) chosen.append(name, value)
  const open: string[] = []
  for (const [name, theirs] of Object.entries(conflict?.theirs ?? {})) {
    const choice = form.get(`keep.${name}`)
    if (choice === "theirs") chosen.set(name, theirs)
    else if (choice !== "mine") open.push(name)
  }
  return { chosen, open }
}

/** The form as it was sent, with the complaint at each field of which none was chosen. */
export const unresolved = (
  before: FormState,
  form: FormData,
  open: readonly string[],
  locale: Locale,
): FormState => ({
  round: before.round + 1,
  values: typedIn(form),
  conflict: before.conflict,
  problem: failureWords(locale, new DomainError("invalid")),
  issues: Object.fromEntries(open.map((name) => [name, issueMessage(locale, { rule: "choose-version" })])),
})

/** What the loser of a race has to choose between. */
export const conflictOf = (
  typed: Readonly<Record<string, string>>,
  { version, values }: Standing,
  locale: Locale,
): Conflict => {
  const t = wordsFor(locale, "console")
  const differing = Object.entries(values).filter(([name, text]) => typed[name]?.trim() !== text.trim())
  return {
    theirs: Object.fromEntries(differing),
    carries: { version },
    words: {
      theirs: t("form.conflict.theirs"),
      keepMine: t("form.conflict.keepMine"),
      takeTheirs: t("form.conflict.takeTheirs"),
    },
  }
}

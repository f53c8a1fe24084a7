import { refresh } from "next/cache"
import { unstable_rethrow } from "next/navigation"
import { failureOf } from "@/app/_http/failure"
import { issueMessage } from "@/app/_http/message"
import { failureWords } from "@/app/_http/problem"
import { RequestRefused } from "@/app/_http/refused"
import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { eventText } from "@/app/_words/event-text"
import { eventTypeOf } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import type { DomainError, LastChange } from "@/lib/kernel/errors"
import { newId } from "@/lib/kernel/id"
import { chosenFrom, conflictOf, type Standing, unresolved } from "./conflict"
import { consoleLocale } from "./console-locale"
import { type Fields, fieldsOf, typedIn } from "./fields"
import { type ActionResult, type FormState, untouched } from "./form-state"
import { requireStaff } from "./session"

type Run<Result> = (ctx: Context, fields: Fields, locale: Locale) => Promise<Result>
type Action = (before: FormState, form: FormData) => Promise<FormState>

/**
 * A server action around a verb. Whatever the verb refuses comes back as the form's state, with what was typed;
 * what Next throws to redirect goes on; a fault of ours is logged and told by its request's number alone.
 */
export const formAction = (run: Run<void>): Action =>
  resultAction(async (...call) => {
    await run(...call)
    return undefined
  })

/**
 * The same for an act of which the form shows more than "done".
 * @param standing of the record now: with it, who lost a race chooses field by field between the two texts
 */
export const resultAction =
  (run: Run<ActionResult | undefined>, standing?: Run<Standing>): Action =>
  async (before, form) => {
    const locale = await consoleLocale()
    const { chosen, open } = chosenFrom(before, form)
    if (open.length > 0) return unresolved(before, form, open, locale)
    const state = await settle(before, chosen, locale, async (fields) => {
      const result = await run(await requireStaff(), fields, locale)
      refresh()
      return result
    })
    if (!standing || !state.problem?.lastChange) return state
    const now = await standing(await requireStaff(), fieldsOf(chosen), locale)
    return { ...state, conflict: conflictOf(typedIn(chosen), now, locale) }
  }

/** Runs what a form asks for and says what came of it. */
export const settle = async (
  before: FormState,
  form: FormData,
  locale: Locale,
  run: (fields: Fields) => Promise<ActionResult | undefined>,
): Promise<FormState> => {
  const round = before.round + 1
  try {
    const result = await run(fieldsOf(form))
    // An answer leaves the form as it was: a preview is no end of writing.
    return result
      ? { ...untouched, round, result, values: typedIn(form) }
      : { ...untouched, round, done: wordsFor(locale, "console")("form.done") }
  } catch (error) {
    unstable_rethrow(error)
    return { round, values: typedIn(form), ...refused(error, locale) }
  }
}

type Refused = Required<Pick<FormState, "problem" | "issues">>

/** What was thrown, in words; a fault of ours is logged. */
export const refused = (error: unknown, locale: Locale): Refused => {
  const requestId = newId("req")
  const failure = failureOf(error, requestId)
  if (failure === "internal" || failure instanceof RequestRefused)
    return { problem: { ...failureWords(locale, failure), requestId }, issues: {} }
  const isLapsed = failure.code === "unauthenticated" && !failure.reason
  const words = isLapsed ? lapsed(locale) : failureWords(locale, failure)
  return {
    problem: { ...words, ...lastChangePart(failure, locale), ...wayOut(failure, locale) },
    issues: issuesOf(failure, locale),
  }
}

const lapsed = (locale: Locale) => {
  const t = wordsFor(locale, "console")
  return { title: t("form.lapsed.title"), detail: t("form.lapsed.detail") }
}

const issuesOf = ({ issues }: DomainError, locale: Locale) =>
  Object.fromEntries(
    issues.map(({ path, rule, params }) => [
      path.join("."),
      issueMessage(locale, params ? { rule, params } : { rule }),
    ]),
  )

const lastChangePart = ({ lastChange }: DomainError, locale: Locale) =>
  lastChange ? { lastChange: lastChangeText(lastChange, locale) } : {}

const lastChangeText = ({ by, at, did }: LastChange, locale: Locale) => {
  const type = eventTypeOf(did)
  return wordsFor(locale, "console")("form.lastChange", {
    by,
    did: type ? eventText(locale, type) : did,
    at: formatFor(locale).dateTime(new Date(at), { dateStyle: "medium", timeStyle: "medium" }),
  })
}

const wayOut = ({ code }: DomainError, locale: Locale) => {
  const t = wordsFor(locale, "console")
  if (code === "conflict") return { wayOut: { kind: "reload" as const, label: t("form.reload") } }
  if (code === "unauthenticated")
    return { wayOut: { kind: "sign-in" as const, label: t("form.signInAgain") } }
  return {}
}

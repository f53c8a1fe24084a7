import { type Locale, wordsFor } from "@/app/_words"
import type { DomainError, Issue } from "@/lib/kernel/errors"
import type { Rule } from "@/lib/kernel/refusals"

/** One complaint in the reader's language. */
export const issueMessage = (locale: Locale, { rule, params }: Pick<Issue, "rule" | "params">): string => {
  const t = wordsFor(locale, "errors")
  // Each rule has parameters of its own, which the words' types cannot relate to what an issue carries.
  const say: (key: `rules.${Rule}`, values?: Issue["params"]) => string = t
  return say(`rules.${rule}`, params)
}

/**
 * Why a form was not taken, in one line, with how long to wait where that is more than a moment.
 * @param detail where other words say it better
 */
export const refusalLine = (
  locale: Locale,
  refusal: Pick<DomainError, "code" | "reason" | "publicMessage" | "retryAfterSeconds">,
  detail = refusalMessage(locale, refusal).detail,
): string => {
  const wait = refusal.retryAfterSeconds ?? 0
  if (wait <= 60) return detail
  return `${detail} ${wordsFor(locale, "errors")("wait", { minutes: Math.ceil(wait / 60) })}`
}

/** What a refusal says as a whole: what is wrong, and what to do. */
export const refusalMessage = (
  locale: Locale,
  {
    code,
    reason,
    publicMessage,
  }: Pick<DomainError, "code" | "reason"> & Partial<Pick<DomainError, "publicMessage">>,
) => {
  const t = wordsFor(locale, "errors")
  const title = code === "conflict" && reason !== undefined ? t("notNow") : t(`codes.${code}.title`)
  if (publicMessage) return { title, detail: publicMessage[locale] }
  return {
    title,
    detail: reason !== undefined ? t(`reasons.${reason}`) : t(`codes.${code}.detail`),
  }
}

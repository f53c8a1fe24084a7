import { issueMessage } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"
import { batch as english } from "@/app/_words/en/batch"
import type { Issue } from "@/lib/kernel/errors"

const isColumn = (step: unknown): step is keyof typeof english.columns =>
  typeof step === "string" && Object.hasOwn(english.columns, step)

/** What is wrong with a row, each complaint with the column it is about. */
export const whyRefused = (locale: Locale, issues: readonly Issue[]): string => {
  const t = wordsFor(locale, "batch")
  return issues
    .map((issue) => {
      const [step] = issue.path
      const column = step === "locale" ? "language" : step
      const text = issueMessage(locale, issue)
      return isColumn(column)
        ? wordsFor(locale, "errors")("labelled", {
            label: t("labelOf", { column: t(`columns.${column}`) }),
            message: text,
          })
        : text
    })
    .join(" ")
}

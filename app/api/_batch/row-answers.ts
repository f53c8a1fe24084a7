import { issueMessage } from "@/app/_http/message"
import { failureWords, pointerTo } from "@/app/_http/problem"
import type { Locale } from "@/app/_words"
import type { RowResult } from "@/lib/batch"
import type { Issue } from "@/lib/kernel/errors"

type RowError = { readonly pointer: string; readonly rule: string; readonly message: string }

type RowAnswer<Taken> = { readonly row: number } & (
  | Taken
  | { readonly status: "invalid" | "failed"; readonly errors: readonly RowError[] }
)

/** The results of rows as the interface tells them, in the reader's language. */
export async function* rowAnswers<Taken>(
  locale: Locale,
  results: AsyncIterable<RowResult<Taken>>,
): AsyncGenerator<RowAnswer<Taken>> {
  const errorOf = ({ path, rule, params }: Issue): RowError => ({
    pointer: pointerTo(path),
    rule,
    message: issueMessage(locale, params ? { rule, params } : { rule }),
  })
  for await (const result of results) {
    const { row } = result
    if (result.status === "taken") yield { row, ...result.taken }
    else if (result.status === "failed")
      yield { row, status: "failed", errors: [whyFailed(locale, result.why)] }
    else yield { row, status: "invalid", errors: result.issues.map(errorOf) }
  }
}

type Why = Extract<RowResult<unknown>, { status: "failed" }>["why"]

const whyFailed = (locale: Locale, why: Why): RowError =>
  why === "time-over"
    ? { pointer: "#", rule: "batch-time-over", message: issueMessage(locale, { rule: "batch-time-over" }) }
    : { pointer: "#", rule: "failed", message: failureWords(locale, why).detail }

import { z } from "zod"
import { type Locale, wordsFor } from "@/app/_words"
import type { DomainError, ErrorCode, Issue } from "@/lib/kernel/errors"
import type { Failure } from "./failure"
import { issueMessage, refusalMessage } from "./message"
import { RequestRefused, refusalStatus } from "./refused"

/** RFC 9457, with what a program needs to point at an input and a person to ask for help. */
export const Problem = z
  .object({
    type: z.string().meta({ description: "Names the kind of problem; stable across languages." }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: "What to do, in the language of Accept-Language (zh or en)." }),
    requestId: z.string(),
    errors: z
      .array(
        z.object({
          pointer: z.string().meta({ description: "JSON Pointer to the input, as a URI fragment." }),
          rule: z.string(),
          message: z.string(),
        }),
      )
      .optional(),
    retryAfterSeconds: z.int().optional(),
    idempotencyKey: z.string().optional().meta({
      description:
        "Of a tip without an `Idempotency-Key` that may have been stored: send it again under this key.",
    }),
  })
  .meta({ id: "Problem" })
export type Problem = z.infer<typeof Problem>

/** Every code's place in HTTP; the one table of the API and of public pages. */
const statusOf: Readonly<Record<ErrorCode | "internal", number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  limited: 429,
  unavailable: 503,
  internal: 500,
}

export const failureStatus = (failure: Failure) => {
  if (failure === "internal") return statusOf.internal
  return failure instanceof RequestRefused ? refusalStatus[failure.refusal.kind] : statusOf[failure.code]
}

const isDomain = (failure: Failure): failure is DomainError =>
  failure !== "internal" && !(failure instanceof RequestRefused)

export const retryAfterOf = (failure: Failure) => (isDomain(failure) ? failure.retryAfterSeconds : undefined)

/** Title and detail of any failure in the reader's language. */
export const failureWords = (locale: Locale, failure: Failure): { title: string; detail: string } => {
  const t = wordsFor(locale, "errors")
  if (failure === "internal") return { title: t("codes.internal.title"), detail: t("codes.internal.detail") }
  if (!(failure instanceof RequestRefused)) return refusalMessage(locale, failure)
  const { kind, ...values } = failure.refusal
  const say: (key: `requests.${typeof kind}.detail`, values: Record<string, string | number>) => string = t
  return { title: t(`requests.${kind}.title`), detail: say(`requests.${kind}.detail`, values) }
}

const typeOf = (failure: Failure) => {
  if (failure === "internal") return "internal"
  return failure instanceof RequestRefused ? failure.refusal.kind : (failure.reason ?? failure.code)
}

/** The path of an input as a JSON Pointer in a URI fragment. */
export const pointerTo = (path: Issue["path"]) =>
  `#${path.map((step) => `/${encodeURIComponent(String(step).toWellFormed().replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("")}`

export const problemOf = (failure: Failure, locale: Locale, requestId: string): Problem => ({
  type: `urn:sword-net:problem:${typeOf(failure)}`,
  status: failureStatus(failure),
  ...failureWords(locale, failure),
  requestId,
  ...(isDomain(failure) ? domainPart(failure, locale) : {}),
})

/** By what the caller could prove who he is. */
const failureScheme = (failure: Failure) =>
  isDomain(failure) && failure.reason?.startsWith("key-") ? "Bearer" : "Receipt"

const domainPart = ({ issues, retryAfterSeconds, retryKey }: DomainError, locale: Locale) => ({
  ...(issues.length > 0
    ? {
        errors: issues.map(({ path, rule, params }) => ({
          pointer: pointerTo(path),
          rule,
          message: issueMessage(locale, params ? { rule, params } : { rule }),
        })),
      }
    : {}),
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  ...(retryKey === undefined ? {} : { idempotencyKey: retryKey }),
})

export const problemResponse = (failure: Failure, locale: Locale, requestId: string) => {
  const problem = problemOf(failure, locale, requestId)
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      "content-type": "application/problem+json",
      "content-language": locale,
      "cache-control": "no-store",
      ...(problem.status === 401 ? { "www-authenticate": failureScheme(failure) } : {}),
      ...(problem.retryAfterSeconds === undefined ? {} : { "retry-after": `${problem.retryAfterSeconds}` }),
    },
  })
}

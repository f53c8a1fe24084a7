import type { z } from "zod"
import type { ZodOpenApiResponsesObject } from "zod-openapi"
import { Problem } from "@/app/_http/problem"

/** A response with a JSON body. */
export const answer = (description: string, schema: z.ZodType) => ({
  description,
  content: { "application/json": { schema } },
})

const meanings = {
  "400": "The body is not JSON.",
  "401": "The receipt is missing, or the key is missing, unknown or revoked.",
  "403": "The receipt belongs to another tip, or the key is not made for this.",
  "404": "There is no such thing, or number and code do not fit; the two are not told apart.",
  "409": "The present state does not allow it, or the idempotency key came with another body.",
  "413": "The body is larger than what is read: 256 kB, or what a batch may have.",
  "415": "The body is of another type than the described.",
  "422": "Inputs need to be corrected; each is pointed at.",
  "429": "Too many wrong tries, or too many tips or batches. `Retry-After` says when to go on.",
  "503":
    "A store does not answer, or an administrator has shut what was asked for; `detail` says which. Nothing was changed. `Retry-After` says when to try again.",
} as const
type Refusal = keyof typeof meanings

/** The refusals of an operation, each as problem+json. */
export const refusals = (...statuses: readonly Refusal[]): ZodOpenApiResponsesObject =>
  Object.fromEntries(
    [...statuses, "503" as const].map((status) => [
      status,
      { description: meanings[status], content: { "application/problem+json": { schema: Problem } } },
    ]),
  )

export const body = (schema: z.ZodType) => ({ required: true, content: { "application/json": { schema } } })

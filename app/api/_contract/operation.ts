import { z } from "zod"
import type { ZodOpenApiContentObject, ZodOpenApiResponsesObject } from "zod-openapi"
import { Problem } from "@/app/_http/problem"

/** A response with a JSON body. */
export const jsonResponse = (description: string, schema: z.ZodType) => ({
  description,
  content: { "application/json": { schema } },
})

/** The same of public data, which a client may ask for again only where it has changed. */
export const publicData = (
  description: string,
  content: ZodOpenApiContentObject,
): ZodOpenApiResponsesObject => ({
  "200": { description, content, headers: z.object({ ETag }) },
  "304": { description: "Unchanged since the ETag in `If-None-Match`", headers: z.object({ ETag }) },
})

const ETag = z.string().meta({ description: "Of this answer; for `If-None-Match`." })

const meanings = {
  "400": "The body is not JSON.",
  "401": "The receipt is missing, or the key is missing, unknown or revoked.",
  "403": "The receipt belongs to another tip, or the key lacks the permission.",
  "404": "Not found, or number and code do not match; the two cases are not distinguished.",
  "409": "The current status does not allow it, or the idempotency key was used with a different body.",
  "413": "The body exceeds the limit: 256 kB, or the limit of a batch.",
  "415": "The content type of the body is not supported, or the body is compressed.",
  "422": "Some inputs are invalid; each is listed with its JSON pointer.",
  "429": "Too many failed attempts, tips or batches. `Retry-After` says when to continue.",
  "500": "A fault of the portal. Sending the same again is unlikely to help; quote the `requestId`.",
  "503":
    "A store does not respond, or an administrator has closed the intake; `detail` says which, and whether it is known that nothing was changed. `Retry-After` says when to try again; with the same `Idempotency-Key`, nothing is stored twice.",
} as const
type Refusal = keyof typeof meanings

/** The errors of an operation, each as problem+json. */
export const refusals = (...statuses: readonly Refusal[]): ZodOpenApiResponsesObject =>
  Object.fromEntries(
    [...statuses, "500" as const, "503" as const].map((status) => [
      status,
      { description: meanings[status], content: { "application/problem+json": { schema: Problem } } },
    ]),
  )

export const body = (schema: z.ZodType) => ({ required: true, content: { "application/json": { schema } } })

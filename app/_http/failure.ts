import { DomainError, isDomainError } from "@/lib/kernel/errors"
import { log } from "@/lib/kernel/log"
import { isStoreSilent } from "@/lib/kernel/store-silent"
import { RequestRefused } from "./refused"

/** All that an adapter can be handed: a refusal of the domain, of the request itself, or a fault of ours. */
export type Failure = DomainError | RequestRefused | "internal"

const retryAfterSeconds = 5

/**
 * Sorts what was thrown. A fault of ours is logged with the request's id and goes no further; a store that does not
 * answer is a refusal to try again.
 */
export const failureOf = (error: unknown, requestId: string): Failure => {
  if (isDomainError(error) || error instanceof RequestRefused) return error
  log.error({ requestId, err: error }, "request failed")
  return isStoreSilent(error) ? new DomainError("unavailable", { retryAfterSeconds }) : "internal"
}

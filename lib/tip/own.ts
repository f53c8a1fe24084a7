import type { Context } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"

/**
 * The tip of the reporter who calls.
 * @throws {DomainError} forbidden
 */
export const ownTipId = ({ actor }: Context): string => {
  if (actor.kind !== "reporter") throw new DomainError("forbidden")
  return actor.tipId
}

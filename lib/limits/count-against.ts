import { DomainError } from "@/lib/kernel/errors"
import type { Reason } from "@/lib/kernel/refusals"
import { countOne } from "@/lib/store/counter"
import { limits } from "./limits"
import { countOf } from "./set"

/**
 * Counts one more, before its maker is told what came of it.
 * @param of whose tries are limited
 * @param reason of the refusal, where the reader is told more than to wait
 * @throws {DomainError} limited, for any beyond the last: many at once get no more than one after the other
 */
export const countAgainst = async (name: keyof typeof limits, of: string, reason?: Reason): Promise<void> => {
  const [max, { count, secondsLeft }] = await Promise.all([countOf(name), countOne(limits[name], of)])
  if (count > max) throw new DomainError("limited", { reason, retryAfterSeconds: secondsLeft })
}

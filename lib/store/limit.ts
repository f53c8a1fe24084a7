import { RateLimiterDynamo, RateLimiterRes } from "rate-limiter-flexible"
import { setting } from "@/lib/kernel/config"
import { DomainError } from "@/lib/kernel/errors"
import { dynamo } from "./table"

/** How many tries one key may take within a time that begins with the first that is counted. */
export type Tries = { readonly key: string; readonly triesMax: number; readonly windowSeconds: number }

/**
 * For before a try is judged. A right one costs no more than this look, so that many at once do no harm.
 * @throws {DomainError} limited, with the seconds to wait, while all tries are spent
 */
export const refuseWhenSpent = async ({ key, triesMax, windowSeconds }: Tries): Promise<void> => {
  const counted = await limiterOf(triesMax, windowSeconds).get(key)
  if (counted && counted.consumedPoints >= triesMax) throw limited(counted)
}

/**
 * Counts one try against its limit. Where only wrong tries count, before the sender is told that it was wrong.
 * @throws {DomainError} limited, for any beyond the last: many at once learn no more than one after the other
 */
export const countTry = async ({ key, triesMax, windowSeconds }: Tries): Promise<void> => {
  try {
    await limiterOf(triesMax, windowSeconds).consume(key)
  } catch (error) {
    throw error instanceof RateLimiterRes ? limited(error) : error
  }
}

export type Window = { readonly key: string; readonly windowSeconds: number }

/** Counts one more of something, and says how many there are in the window with it; judges nothing. */
export const countOne = async ({ key, windowSeconds }: Window) => {
  const { consumedPoints, msBeforeNext } = await limiterOf(Number.MAX_SAFE_INTEGER, windowSeconds).consume(
    key,
  )
  return { count: consumedPoints, secondsLeft: Math.ceil(msBeforeNext / 1000) }
}

/** How many were counted in the present window. */
export const countedIn = async ({ key, windowSeconds }: Window): Promise<number> =>
  (await limiterOf(Number.MAX_SAFE_INTEGER, windowSeconds).get(key))?.consumedPoints ?? 0

const limited = ({ msBeforeNext }: RateLimiterRes) =>
  new DomainError("limited", { retryAfterSeconds: Math.ceil(msBeforeNext / 1000) })

const limiters = new Map<string, RateLimiterDynamo>()

const limiterOf = (points: number, duration: number) => {
  const id = `${points}/${duration}`
  const known = limiters.get(id)
  if (known) return known
  const limiter = new RateLimiterDynamo({
    storeClient: dynamo,
    tableName: setting("LIMITS_TABLE_NAME"),
    tableCreated: true,
    ttlSet: true,
    keyPrefix: "",
    points,
    duration,
  })
  limiters.set(id, limiter)
  return limiter
}

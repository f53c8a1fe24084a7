import { RateLimiterDynamo, RateLimiterRes } from "rate-limiter-flexible"
import { setting } from "@/lib/kernel/config"
import { DomainError } from "@/lib/kernel/errors"
import { dynamo } from "./table"

/**
 * Counts one try at `key`, before it is known whether it will succeed, so that many at once are counted too.
 * @returns takes the try back, for one that succeeded
 * @throws {DomainError} limited, with the seconds to wait, once `triesMax` were counted within `windowSeconds`
 */
export const attempt = async (key: string, triesMax: number, windowSeconds: number) => {
  const limiter = limiterOf(triesMax, windowSeconds)
  try {
    await limiter.consume(key)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    throw new DomainError("limited", { retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) })
  }
  return async () => {
    await limiter.reward(key)
  }
}

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

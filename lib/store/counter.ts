import { RateLimiterDynamo } from "rate-limiter-flexible"
import { setting } from "@/lib/kernel/config"
import { dynamo } from "./table"

/** Something that is counted, in a time that begins with the first. */
export type Window = { readonly key: string; readonly windowSeconds: number }

export type Count = { readonly count: number; readonly secondsLeft: number }

/** Counts one more of one origin, tip or whatever `of` names, and says how many there are in the window with it. */
export const countOne = async ({ key, windowSeconds }: Window, of: string): Promise<Count> =>
  countIn(await counterOf(windowSeconds).consume(`${key}:${of}`))

/** How many were counted in the present window. */
export const countedIn = async ({ key, windowSeconds }: Window, of: string): Promise<Count> => {
  const counted = await counterOf(windowSeconds).get(`${key}:${of}`)
  return counted ? countIn(counted) : { count: 0, secondsLeft: windowSeconds }
}

const countIn = ({ consumedPoints, msBeforeNext }: { consumedPoints: number; msBeforeNext: number }) => ({
  count: consumedPoints,
  secondsLeft: Math.ceil(msBeforeNext / 1000),
})

const counters = new Map<number, RateLimiterDynamo>()

const counterOf = (duration: number) => {
  const known = counters.get(duration)
  if (known) return known
  const counter = new RateLimiterDynamo({
    storeClient: dynamo,
    tableName: setting("LIMITS_TABLE_NAME"),
    tableCreated: true,
    ttlSet: true,
    keyPrefix: "",
    // It only counts: what is too many is said in lib/limits.
    points: Number.MAX_SAFE_INTEGER,
    duration,
  })
  counters.set(duration, counter)
  return counter
}

import { z } from "zod"
import { roles } from "@/lib/kernel/actor"
import { DomainError } from "@/lib/kernel/errors"
import { log } from "@/lib/kernel/log"
import type { Reason } from "@/lib/kernel/refusals"
import { verb } from "@/lib/kernel/verb"
import { countedIn, countOne } from "@/lib/store/counter"
import { evidenceBytes } from "./limits"

const everything = "all"
const { ofOrigin, ofAll, alarmShare } = evidenceBytes

const refusal = (reason: Reason, retryAfterSeconds: number) =>
  new DomainError("limited", { reason, retryAfterSeconds })

/**
 * Lets files in that are announced, and counts them for whoever announces them. Of all only what has come counts: who
 * announces and sends nothing must not use up the room of others.
 * @param origin absent for what the portal itself sends
 * @throws {DomainError} limited `bytes-of-origin`, `bytes-of-all`
 */
export const admitBytes = async (origin: string | undefined, bytes: number): Promise<void> => {
  if (!origin) return
  const all = await countedIn(ofAll, everything)
  if (all.count >= ofAll.count) throw refusal("bytes-of-all", all.secondsLeft)
  const own = await countOne(ofOrigin, origin, bytes)
  if (own.count <= ofOrigin.count) return
  await releaseBytes(origin, bytes)
  throw refusal("bytes-of-origin", own.secondsLeft)
}

/** Takes back what `admitBytes` counted of files that were announced before, or not at all in the end. */
export const releaseBytes = async (origin: string | undefined, bytes: number): Promise<void> => {
  if (origin && bytes > 0) await countOne(ofOrigin, origin, -bytes)
}

/** Counts a file that has come and was kept. Near the limit of all it says so in the log, where an alarm listens. */
export const countBytes = async (bytes: number): Promise<void> => {
  const { count } = await countOne(ofAll, everything, bytes)
  if (count >= alarmShare * ofAll.count)
    log.error({ bytes: count, bytesMax: ofAll.count }, "evidence bytes near the limit of the day")
}

export type BytesSeen = {
  readonly bytes: number
  readonly bytesMax: number
  readonly state: "calm" | "near" | "reached"
  readonly secondsLeft: number
}

/** How many bytes of evidence have come in the present day, and how many may. */
export const seeBytes = verb(
  {
    name: "limits.seeBytes",
    by: [...roles],
    input: z.object({}),
  },
  async (): Promise<BytesSeen> => {
    const { count: bytes, secondsLeft } = await countedIn(ofAll, everything)
    const share = bytes / ofAll.count
    const state = share >= 1 ? "reached" : share >= alarmShare ? "near" : "calm"
    return { bytes, bytesMax: ofAll.count, state, secondsLeft }
  },
)

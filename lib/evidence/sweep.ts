import { z } from "zod"
import { log } from "@/lib/kernel/log"
import { verb } from "@/lib/kernel/verb"
import { abortMultipart, listMultiparts } from "@/lib/store/objects/multipart"
import { listObjects } from "@/lib/store/objects/read"
import { deleteObject } from "@/lib/store/objects/write"
import { bucket } from "@/lib/store/table-description"
import { fromIncomingKey } from "./evidence"
import { inspectEvidence } from "./inspect"
import { findEvidence } from "./record"
import { joinParts } from "./upload/parts"

/** By then the store's own event has done its work, unless it was lost. */
const graceMinutes = 15
const incomingMinutesMax = bucket.incomingDaysMax * 1_440

/**
 * The slow tail of uploads: joins parts that are all there though nobody said so, inspects what lies waiting though
 * its event never came, and clears away what nobody completed. The bucket's own expiry does the same after a
 * fortnight, should this not run.
 */
export const sweepIncoming = verb(
  { name: "evidence.sweep", by: ["system"], input: z.object({}) },
  async (ctx): Promise<{ inspected: number; deleted: number; joined: number; aborted: number }> => {
    const minutesSince = (at: string) => (Date.parse(ctx.now) - Date.parse(at)) / 60_000
    const swept = { inspected: 0, deleted: 0, ...(await sweepParts(minutesSince)) }
    for await (const { key, storedAt } of listObjects(bucket.incoming)) {
      const ageMinutes = minutesSince(storedAt)
      if (ageMinutes < graceMinutes) continue
      // One that fails must not keep the others waiting, nor be cleared away before it was looked at.
      const state = await inspectEvidence(ctx, { key }).catch((error: unknown) => {
        log.warn({ key, error: String(error) }, "not inspected")
        return "failed" as const
      })
      if (state === "failed") continue
      swept.inspected += 1
      if (state !== "verified" && ageMinutes <= incomingMinutesMax) continue
      await deleteObject(key)
      swept.deleted += 1
    }
    return swept
  },
)

const sweepParts = async (minutesSince: (at: string) => number) => {
  const swept = { joined: 0, aborted: 0 }
  for await (const upload of listMultiparts(bucket.incoming)) {
    const ageMinutes = minutesSince(upload.createdAt)
    if (ageMinutes < graceMinutes) continue
    const ids = fromIncomingKey(upload.key)
    const evidence = ids && (await findEvidence(ids))
    if (evidence?.state === "announced" && (await joinParts(evidence)) === "joined") swept.joined += 1
    else if (!evidence || ageMinutes > incomingMinutesMax) {
      await abortMultipart(upload)
      swept.aborted += 1
    }
  }
  return swept
}

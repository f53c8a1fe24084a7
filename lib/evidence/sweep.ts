import { DeleteObjectCommand, paginateListObjectsV2 } from "@aws-sdk/client-s3"
import { z } from "zod"
import { bucket } from "@/infra/shape"
import { setting } from "@/lib/kernel/config"
import { verb } from "@/lib/kernel/verb"
import { s3 } from "@/lib/store/bucket"
import { inspectEvidence } from "./inspect"

/** By then the store's own event has done its work, unless it was lost. */
const graceMinutes = 15

/**
 * The slow tail of uploads: inspects what lies waiting though its event never came, and deletes what nobody
 * completed. The bucket's own expiry does the same a day later, should this not run.
 */
export const sweepIncoming = verb(
  { name: "evidence.sweep", by: ["system"], input: z.object({}) },
  async (ctx): Promise<{ inspected: number; deleted: number }> => {
    const Bucket = setting("EVIDENCE_BUCKET")
    const swept = { inspected: 0, deleted: 0 }
    for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix: bucket.incoming })) {
      for (const { Key, LastModified } of page.Contents ?? []) {
        const ageMinutes = (Date.parse(ctx.now) - (LastModified?.getTime() ?? Date.parse(ctx.now))) / 60_000
        if (!Key || ageMinutes < graceMinutes) continue
        const state = await inspectEvidence(ctx, { key: Key })
        swept.inspected += 1
        const settled = state === "verified" || ageMinutes > bucket.incomingDaysMax * 1_440
        if (!settled) continue
        await s3.send(new DeleteObjectCommand({ Bucket, Key }))
        swept.deleted += 1
      }
    }
    return swept
  },
)

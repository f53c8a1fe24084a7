import {
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandInput,
  type ListMultipartUploadsCommandOutput,
  paginateListObjectsV2,
} from "@aws-sdk/client-s3"
import { z } from "zod"
import { setting } from "@/lib/kernel/config"
import { verb } from "@/lib/kernel/verb"
import { s3 } from "@/lib/store/bucket"
import { bucket } from "@/lib/store/table-description"
import { fromIncomingKey } from "./evidence"
import { inspectEvidence } from "./inspect"
import { findEvidence } from "./record"
import { abortMultipart } from "./upload/multipart"
import { joinParts } from "./upload/parts"

/** By then the store's own event has done its work, unless it was lost. */
const graceMinutes = 15

/**
 * The slow tail of uploads: joins parts that are all there though nobody said so, inspects what lies waiting though
 * its event never came, and clears away what nobody completed. The bucket's own expiry does the same a day later, should this not run.
 */
export const sweepIncoming = verb(
  { name: "evidence.sweep", by: ["system"], input: z.object({}) },
  async (ctx): Promise<{ inspected: number; deleted: number; joined: number; aborted: number }> => {
    const Bucket = setting("EVIDENCE_BUCKET")
    const ageOf = (at: Date | undefined) => (at ? (Date.parse(ctx.now) - at.getTime()) / 60_000 : 0)
    const swept = { inspected: 0, deleted: 0, ...(await sweepParts(ageOf)) }
    for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix: bucket.incoming })) {
      for (const { Key, LastModified } of page.Contents ?? []) {
        const ageMinutes = ageOf(LastModified)
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

const sweepParts = async (ageOf: (at: Date | undefined) => number) => {
  const Bucket = setting("EVIDENCE_BUCKET")
  const swept = { joined: 0, aborted: 0 }
  let after: Pick<ListMultipartUploadsCommandInput, "KeyMarker" | "UploadIdMarker"> | undefined = {}
  while (after) {
    const page: ListMultipartUploadsCommandOutput = await s3.send(
      new ListMultipartUploadsCommand({ Bucket, Prefix: bucket.incoming, ...after }),
    )
    for (const { Key = "", UploadId = "", Initiated } of page.Uploads ?? []) {
      const ageMinutes = ageOf(Initiated)
      if (ageMinutes < graceMinutes) continue
      const ids = fromIncomingKey(Key)
      const evidence = ids && (await findEvidence(ids))
      if (evidence?.state === "announced" && (await joinParts(evidence)) === "joined") swept.joined += 1
      else if (!evidence || ageMinutes > bucket.incomingDaysMax * 1_440) {
        await abortMultipart({ Bucket, Key, UploadId })
        swept.aborted += 1
      }
    }
    after = page.IsTruncated
      ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
      : undefined
  }
  return swept
}

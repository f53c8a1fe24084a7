import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3"
import { bucket } from "@/lib/store/table-description"
import { allRecords } from "@/tests/support/deliver"
import { messageOf } from "@/tests/support/upload"
import type { RunningFunction } from "./start-function"

type Consumers = Readonly<Record<"react" | "inspect" | "preview" | "runBatch", RunningFunction>>

/** Which function is told of what arrives under a prefix. */
const readers = [
  [bucket.incoming, "inspect"],
  [bucket.sealed, "preview"],
  [bucket.batches, "runBatch"],
] as const

const arrivals = async (client: S3Client, prefix: string) => {
  const { Contents = [] } = await client.send(
    new ListObjectsV2Command({ Bucket: process.env.EVIDENCE_BUCKET, Prefix: prefix }),
  )
  return Contents.flatMap(({ Key }) => Key ?? [])
}

/**
 * Stands for the table's stream and the bucket's notifications: hands each function what is new for it, and on `again`
 * everything from the start, as streams and queues may.
 * @throws {Error} when a function reports a failure
 */
export const deliverEvents = (consumers: Consumers) => {
  const client = new S3Client({ forcePathStyle: true })
  let known = new Set<string>()
  let seen = 0
  const handed = async (consumer: RunningFunction, event: unknown) => {
    const { batchItemFailures = [] } = (await consumer.invoke(event)) as { batchItemFailures?: unknown[] }
    if (batchItemFailures.length > 0) throw new Error(`not delivered: ${JSON.stringify(batchItemFailures)}`)
  }
  const deliver = async () => {
    for (;;) {
      const records = await allRecords()
      if (records.length > seen) await handed(consumers.react, { Records: records.slice(seen) })
      let isNew = records.length > seen
      seen = records.length
      for (const [prefix, reader] of readers)
        for (const key of (await arrivals(client, prefix)).filter((one) => !known.has(one))) {
          isNew = true
          known.add(key)
          await handed(consumers[reader], messageOf(key))
        }
      if (!isNew) return
    }
  }
  return {
    deliver,
    again: async () => {
      await handed(consumers.react, { Records: await allRecords() })
      known = new Set()
      await deliver()
    },
    /** Delivers over and over, until the returned function is called. */
    keepDelivering: () => {
      let isOver = false
      const ended = (async () => {
        while (!isOver) {
          await deliver()
          await new Promise((resolve) => setTimeout(resolve, 300))
        }
      })()
      return async () => {
        isOver = true
        await ended
      }
    },
  }
}

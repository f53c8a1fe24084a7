import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3"
import { bucket } from "@/lib/store/table-description"
import { allRecords } from "@/tests/support/deliver"
import { messageOf } from "@/tests/support/upload"
import type { RunningFunction } from "./start-function"

type Consumers = { readonly react: RunningFunction; readonly inspect: RunningFunction }

const arrivals = async (client: S3Client) => {
  const { Contents = [] } = await client.send(
    new ListObjectsV2Command({ Bucket: process.env.EVIDENCE_BUCKET, Prefix: bucket.incoming }),
  )
  return Contents.flatMap(({ Key }) => Key ?? [])
}

/**
 * Stands for the table's stream and the bucket's notifications: hands both functions what is new, and on `again`
 * everything from the start, as a stream may.
 * @throws {Error} when a function reports a failure
 */
export const deliverEvents = ({ react, inspect }: Consumers) => {
  const client = new S3Client({ forcePathStyle: true })
  const known = new Set<string>()
  let seen = 0
  const handed = async (consumer: RunningFunction, event: unknown) => {
    const { batchItemFailures = [] } = (await consumer.invoke(event)) as { batchItemFailures?: unknown[] }
    if (batchItemFailures.length > 0) throw new Error(`not delivered: ${JSON.stringify(batchItemFailures)}`)
  }
  const deliver = async () => {
    for (;;) {
      const records = await allRecords()
      const keys = (await arrivals(client)).filter((key) => !known.has(key))
      if (records.length === seen && keys.length === 0) return
      if (records.length > seen) await handed(react, { Records: records.slice(seen) })
      seen = records.length
      if (keys.length > 0) await handed(inspect, messageOf(...keys))
      for (const key of keys) known.add(key)
    }
  }
  return {
    deliver,
    again: async () => {
      await handed(react, { Records: await allRecords() })
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

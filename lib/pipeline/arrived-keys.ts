import type { S3Event, SQSBatchResponse, SQSEvent } from "aws-lambda"
import { log } from "@/lib/kernel/log"

const keysOf = (body: string) => {
  const { Records = [] }: Partial<S3Event> = JSON.parse(body)
  // S3 writes a key in an event as a form does.
  return Records.map(({ s3 }) => decodeURIComponent(s3.object.key.replaceAll("+", " ")))
}

/** A reader of the bucket's events, by way of a queue. A message whose work fails comes again. */
export const onArrival =
  (name: string, work: (key: string) => Promise<void>) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = []
    for (const { messageId, body } of Records) {
      try {
        for (const key of keysOf(body)) await work(key)
      } catch (error) {
        log.error({ messageId, error: String(error) }, `${name} failed`)
        batchItemFailures.push({ itemIdentifier: messageId })
      }
    }
    return { batchItemFailures }
  }

import type { S3Event, SQSBatchResponse, SQSEvent } from "aws-lambda"
import { fromIncomingKey, inspectEvidence, scanEvidence } from "@/lib/evidence"
import { contextFor } from "@/lib/kernel/context"
import { log } from "@/lib/kernel/log"

const keysOf = (body: string) => {
  const { Records = [] }: Partial<S3Event> = JSON.parse(body)
  // S3 writes a key in an event as a form does.
  return Records.map(({ s3 }) => decodeURIComponent(s3.object.key.replaceAll("+", " ")))
}

const context = () => contextFor({ kind: "system", name: "inspect-evidence" })

const look = async (key: string) => {
  await inspectEvidence(context(), { key })
  const ids = fromIncomingKey(key)
  if (ids) await scanEvidence(context(), ids)
}

/** Objects that arrived in the evidence bucket, by way of a queue. A message whose inspection fails comes again. */
export const handler = async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = []
  for (const { messageId, body } of Records) {
    try {
      for (const key of keysOf(body)) await look(key)
    } catch (error) {
      log.error({ messageId, error: String(error) }, "inspection failed")
      batchItemFailures.push({ itemIdentifier: messageId })
    }
  }
  return { batchItemFailures }
}

import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda"
import { AuditEvent } from "@/lib/audit"
import { type Context, contextFor } from "@/lib/kernel/context"
import { log } from "@/lib/kernel/log"
import { itemIn } from "@/lib/store/stream-record"

export type Reaction = (ctx: Context, event: AuditEvent) => Promise<void>

const eventFrom = (record: DynamoDBRecord): AuditEvent | undefined => {
  const item = itemIn(record)
  return item?.__edb_e__ === "event" ? AuditEvent.parse(item) : undefined
}

/**
 * A consumer of the table's stream: hands every event, in order, to the reactions of its type. Stops at the first
 * record that fails and reports it, because order within a file matters; what came before it is not redone.
 */
export const consumer =
  (name: string, reactions: Readonly<Record<string, Reaction>>) =>
  async (batch: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of batch.Records) {
      try {
        const event = eventFrom(record)
        const react = event && reactions[event.type]
        if (react) await react(contextFor({ kind: "system", name }, { causeId: event.eventId }), event)
      } catch (error) {
        const itemIdentifier = record.dynamodb?.SequenceNumber ?? ""
        log.error({ consumer: name, itemIdentifier, error: String(error) }, "reaction failed")
        return { batchItemFailures: [{ itemIdentifier }] }
      }
    }
    return { batchItemFailures: [] }
  }

import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda"
import { type AuditEvent, type EventOf, type EventType, readEvent, StoredEvent } from "@/lib/audit"
import { type Context, contextFor } from "@/lib/kernel/context"
import { log } from "@/lib/kernel/log"
import { itemIn } from "@/lib/store/stream-record"

/** What follows from an event; from one of several types unless one is named. */
export type Reaction<Type extends EventType = EventType> = (
  ctx: Context,
  event: EventOf<Type>,
) => Promise<void>

type Reactions = { readonly [Type in EventType]?: Reaction<Type> }

/** The type of an event selects the reaction that takes it, which TypeScript cannot follow through the table. */
const reactionTo = (reactions: Reactions, { type }: AuditEvent) => reactions[type] as Reaction | undefined

/** An event is an item of its own, or stands in the new record that it begins. */
const eventFrom = (record: DynamoDBRecord): AuditEvent | undefined => {
  const item = itemIn(record)
  const event = item?.__edb_e__ === "event" ? item : record.eventName === "INSERT" ? item?.birth : undefined
  return event === undefined ? undefined : readEvent(StoredEvent.parse(event))
}

/**
 * A consumer of the table's stream: hands every event, in order, to the reactions of its type. Stops at the first
 * record that fails and reports it, because order within a file matters; what came before it is not redone.
 */
export const consumer =
  (name: string, reactions: Reactions) =>
  async (batch: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of batch.Records) {
      try {
        const event = eventFrom(record)
        const react = event && reactionTo(reactions, event)
        if (react) await react(contextFor({ kind: "system", name }, { causeId: event.eventId }), event)
      } catch (error) {
        const itemIdentifier = record.dynamodb?.SequenceNumber ?? ""
        log.error({ consumer: name, itemIdentifier, error: String(error) }, "reaction failed")
        return { batchItemFailures: [{ itemIdentifier }] }
      }
    }
    return { batchItemFailures: [] }
  }

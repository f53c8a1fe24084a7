import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda"
import { type AuditEvent, type EventOf, type EventType, readEvent, StoredEvent } from "@/lib/audit"
import { noteFailure, settleLetter } from "@/lib/dead-letter"
import { type Context, contextFor } from "@/lib/kernel/context"
import { log } from "@/lib/kernel/log"
import { findItem } from "@/lib/store/query"
import { itemIn, keyIn } from "@/lib/store/stream-record"

/** What follows from an event; from one of several types unless one is named. */
export type Reaction<Type extends EventType = EventType> = (
  ctx: Context,
  event: EventOf<Type>,
) => Promise<void>

type Reactions = { readonly [Type in EventType]?: Reaction<Type> }
type Item = Readonly<Record<string, unknown>>

/** The type of an event selects the reaction that takes it, which TypeScript cannot follow through the table. */
const reactionTo = (reactions: Reactions, { type }: AuditEvent) => reactions[type] as Reaction | undefined

/** An event is an item of its own, or stands in the new record that it begins. */
const eventFrom = (item: Item | undefined, isNew: boolean): AuditEvent | undefined => {
  const event = item?.__edb_e__ === "event" ? item : isNew ? item?.birth : undefined
  return event === undefined ? undefined : readEvent(StoredEvent.parse(event))
}

/**
 * A consumer of the table's stream: hands every event, in order, to the reactions of its type. Stops at the first
 * record that fails and reports it, because order within a file matters; what came before it is not redone. One that
 * keeps failing is put aside as a dead letter, and what came after it goes on; an administrator has it tried again.
 */
export const consumer = (name: string, reactions: Reactions) => {
  const react = async (event: AuditEvent | undefined) => {
    const reaction = event && reactionTo(reactions, event)
    if (reaction) await reaction(contextFor({ kind: "system", name }, { causeId: event.eventId }), event)
  }

  const redrive = async (event: EventOf<"dead-letter.redriven">) => {
    const ctx = contextFor({ kind: "system", name }, { causeId: event.eventId })
    const letterId = event.file.slice(event.file.indexOf("#") + 1)
    try {
      await react(eventFrom(await findItem(event.data.item), true))
    } catch (error) {
      log.error({ consumer: name, letterId, error: String(error) }, "gave up on an event")
      return settleLetter(ctx, { letterId, error: String(error) })
    }
    await settleLetter(ctx, { letterId })
  }

  const take = async (record: DynamoDBRecord) => {
    const event = eventFrom(itemIn(record), record.eventName === "INSERT")
    if (event?.type !== "dead-letter.redriven") return react(event)
    if (event.data.consumer === name) await redrive(event)
  }

  const isGivenUp = async (record: DynamoDBRecord, error: unknown): Promise<boolean> => {
    const item = keyIn(record)
    if (!item) return false
    const ctx = contextFor({ kind: "system", name })
    const isDead = await noteFailure(ctx, { consumer: name, item, error: String(error) }).catch(() => false)
    if (isDead) log.error({ consumer: name, item, error: String(error) }, "gave up on an event")
    return isDead
  }

  return async (batch: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of batch.Records) {
      try {
        await take(record)
      } catch (error) {
        const itemIdentifier = record.dynamodb?.SequenceNumber ?? ""
        log.error({ consumer: name, itemIdentifier, error: String(error) }, "reaction failed")
        if (!(await isGivenUp(record, error))) return { batchItemFailures: [{ itemIdentifier }] }
      }
    }
    return { batchItemFailures: [] }
  }
}

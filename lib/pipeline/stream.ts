import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda"
import { type AuditEvent, type EventOf, type EventType, eventsIn, readEvent, StoredEvent } from "@/lib/audit"
import { noteFailure, settleLetter } from "@/lib/dead-letter"
import { type Context, contextFor } from "@/lib/kernel/context"
import { log } from "@/lib/kernel/log"
import { writeLag } from "@/lib/store/lag"
import { findItem } from "@/lib/store/query"
import { itemIn, keyIn } from "@/lib/store/stream-record"
import type { reactedTo } from "./reacted-to"

/**
 * What follows from an event; from one of several types unless one is named. It comes with the item that holds it, which
 * of a tip's first event and of its decision is the tip's record as it was written then.
 */
export type Reaction<Type extends EventType = EventType> = (
  ctx: Context,
  event: EventOf<Type>,
  item?: Item,
) => Promise<void>

/** The redriving of a dead letter is the consumer's own affair; a tip's first event comes with the tip. */
type Reacted = Exclude<(typeof reactedTo)[number], "dead-letter.redriven"> | "tip.received"
type Reactions = { readonly [Type in Reacted]: Reaction<Type> }
type Item = Readonly<Record<string, unknown>>

/** The type of an event selects the reaction that takes it, which TypeScript cannot follow through the table. */
const reactionTo = (reactions: Reactions, { type }: AuditEvent) =>
  (reactions as { readonly [Type in EventType]?: unknown })[type] as Reaction | undefined

const read = (event: unknown): AuditEvent => readEvent(StoredEvent.parse(event))

/**
 * The event that an item was written for: one of its own, or the one that its record carries and came to its version
 * by. One that was moved out of a record was heard of before.
 */
const eventFrom = (item: Item): AuditEvent | undefined => {
  const carried = eventsIn(item) as { readonly seq?: unknown }[]
  const isOwn = item.__edb_e__ === "event"
  const event = carried.find(({ seq }) => (isOwn ? item.isMoved !== true : seq === item.version))
  return event && read(event)
}

/** The records of each file in their order, as they came: a file's record and its events have one partition. */
const byFile = (records: readonly DynamoDBRecord[]) =>
  Map.groupBy(records, (record) => keyIn(record)?.pk ?? "").values()

/** How often a process notes how far it is behind. */
const lagNotedSeconds = 10

/** Seconds since the first of these records was written; undefined where the stream does not say. */
const ageOf = (records: readonly DynamoDBRecord[], now: number): number | undefined => {
  const made = records.flatMap(({ dynamodb }) => dynamodb?.ApproximateCreationDateTime ?? [])
  return made.length > 0 ? Math.max(0, Math.round(now / 1000 - Math.min(...made))) : undefined
}

/**
 * A consumer of the table's stream: hands every event to the reactions of its type, those of one file in order and the
 * files of a batch at once. A file stops at its first record that fails, which is reported; Lambda sends again what
 * came from the earliest of them on, and what was done of that has no second effect. One that keeps failing is put
 * aside as a dead letter, and what came after it goes on; an administrator has it tried again.
 */
export const consumer = (name: string, reactions: Reactions) => {
  const react = async (event: AuditEvent | undefined, item?: Item) => {
    const reaction = event && reactionTo(reactions, event)
    if (reaction)
      await reaction(contextFor({ kind: "system", name }, { causeId: event.eventId }), event, item)
  }

  const redrive = async (event: EventOf<"dead-letter.redriven">) => {
    const ctx = contextFor({ kind: "system", name }, { causeId: event.eventId })
    const letterId = event.file.slice(event.file.indexOf("#") + 1)
    try {
      const item = await findItem(event.data.item)
      for (const missed of item ? eventsIn(item) : []) await react(read(missed), item)
    } catch (error) {
      log.error({ consumer: name, letterId, error: String(error) }, "gave up on an event")
      return settleLetter(ctx, { letterId, error: String(error) })
    }
    await settleLetter(ctx, { letterId })
  }

  const take = async (record: DynamoDBRecord) => {
    const item = itemIn(record)
    const event = item && eventFrom(item)
    if (event?.type !== "dead-letter.redriven") return react(event, item)
    if (event.data.consumer === name) await redrive(event)
  }

  const isGivenUp = async (record: DynamoDBRecord, error: unknown): Promise<boolean> => {
    const item = keyIn(record)
    if (!item) return false
    const stated = itemIn(record)?.version
    const version = typeof stated === "number" ? stated : undefined
    const ctx = contextFor({ kind: "system", name })
    const isDead = await noteFailure(ctx, { consumer: name, item, version, error: String(error) }).catch(
      () => false,
    )
    if (isDead) log.error({ consumer: name, item, error: String(error) }, "gave up on an event")
    return isDead
  }

  /** @returns the first that failed */
  const takeInOrder = async (records: readonly DynamoDBRecord[]): Promise<string | undefined> => {
    for (const record of records) {
      try {
        await take(record)
      } catch (error) {
        const itemIdentifier = record.dynamodb?.SequenceNumber ?? ""
        log.error({ consumer: name, itemIdentifier, error: String(error) }, "reaction failed")
        if (!(await isGivenUp(record, error))) return itemIdentifier
      }
    }
    return undefined
  }

  let notedAt = 0
  /** For the console alone: that it fails is no reason to react again. */
  const noteLag = async (records: readonly DynamoDBRecord[]): Promise<void> => {
    const now = Date.now()
    const seconds = ageOf(records, now)
    if (seconds === undefined || now - notedAt < lagNotedSeconds * 1000) return
    notedAt = now
    await writeLag(name, { at: new Date(now).toISOString(), seconds }).catch((error: unknown) =>
      log.warn({ consumer: name, error: String(error) }, "lag not noted"),
    )
  }

  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const failed = await Promise.all(byFile(Records).map(takeInOrder))
    await noteLag(Records)
    return {
      batchItemFailures: failed
        .filter((itemIdentifier) => itemIdentifier !== undefined)
        .map((itemIdentifier) => ({ itemIdentifier })),
    }
  }
}

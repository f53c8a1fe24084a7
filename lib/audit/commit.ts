import type { Context } from "@/lib/kernel/context"
import { DomainError, isDomainError } from "@/lib/kernel/errors"
import { ConditionFailed, put, transact, type Write } from "@/lib/store/transact"
import { type AuditEvent, eventTypeOf, type Head, initialHead, type NewEvent, nextEvent } from "./event"
import { EventEntity } from "./event.entity"
import { sealedHead } from "./seal"
import { dayOf } from "./stored-event"

export type Change = {
  /** The partition the record lives in. */
  readonly file: string
  /** The record's own id. */
  readonly subject: string
  /** Where the record stood when it was read, or `initialHead`. */
  readonly from: Head
  readonly event: NewEvent
  /** The record's write, on condition that it still stands at `from`; `next` is where it will stand. */
  readonly record: (next: Head) => Write
  /** What else becomes true at the same moment, each on its own condition. */
  readonly also?: readonly Write[]
}

/**
 * Writes changed records, and one event for each, in one transaction: a fact is never without its effect, nor an
 * effect without its fact.
 * @throws {DomainError} conflict with who changed it, what and when, when a record has moved on since it was read
 * @throws {ConditionFailed} when only a condition in `also` did not hold; the verb knows what that means
 */
export const commit = async (ctx: Context, ...changes: readonly Change[]): Promise<AuditEvent[]> => {
  const events = changes.map((change) => nextEvent(ctx, { ...change, ...change.from }, change.event))
  const records = changes.map((change, at) => {
    const { file, subject, from } = change
    const version = from.version + 1
    return change.record({
      version,
      head: sealedHead({ file, subject, version, hash: events[at]?.hash ?? "" }),
    })
  })
  const facts = events.map((event) => put(EventEntity.create({ ...event, day: dayOf(event) })))
  const also = changes.flatMap((change) => change.also ?? [])
  try {
    await transact([...records, ...facts, ...also])
    return events
  } catch (error) {
    const lost =
      error instanceof ConditionFailed ? error.failed.find((at) => at < 2 * changes.length) : undefined
    const change = lost === undefined ? undefined : changes[lost % changes.length]
    if (!change) throw error
    throw await conflictAt(change.file, change.subject)
  }
}

/**
 * Writes a new record that carries its own first event (attribute `birth`), in one item: for the one write that the
 * public makes by the thousand (docs/decisions/0003).
 * @throws {ConditionFailed} when the record, or anything in `also`, existed before
 */
export const createWithEvent = async (
  ctx: Context,
  {
    file,
    event,
    record,
    also = [],
  }: Pick<Change, "file" | "event" | "also"> & {
    readonly record: (next: Head & { readonly birth: AuditEvent }) => Write
  },
): Promise<void> => {
  const birth = nextEvent(ctx, { file, subject: file, ...initialHead }, event)
  const head = sealedHead({ file, subject: file, version: 1, hash: birth.hash })
  await transact([record({ version: 1, head, birth }), ...also])
}

/** Whether `commit` refused since a record had moved on. What a verb refuses for a reason of its own is none. */
export const isLostRace = (error: unknown): boolean =>
  isDomainError(error) && error.code === "conflict" && error.reason === undefined

/** The refusal for one who acts on a record as it was before somebody else changed it; it names that event. */
export const conflictAt = async (file: string, subject: string): Promise<DomainError> => {
  const { data } = await EventEntity.query
    .file({ file, subject })
    .go({ order: "desc", limit: 1, consistent: true })
  const event = data[0]
  return new DomainError(
    "conflict",
    event
      ? { lastChange: { by: event.actor.name, at: event.at, did: eventTypeOf(event.type) ?? event.type } }
      : {},
  )
}

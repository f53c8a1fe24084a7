import type { Context } from "@/lib/kernel/context"
import { DomainError, isDomainError } from "@/lib/kernel/errors"
import { findItem } from "@/lib/store/query"
import { ConditionFailed, put, transact, type Write } from "@/lib/store/transact"
import { type AuditEvent, eventTypeOf, type Head, initialHead, type NewEvent, nextEvent } from "./event"
import { EventEntity } from "./event.entity"
import { sealedHead } from "./seal"
import { carrierOf, dayOf, eventsIn, StoredEvent } from "./stored-event"

export type Change = {
  /** The partition the record lives in. */
  readonly file: string
  /** The record's own id. */
  readonly subject: string
  /** Where the record stood when it was read, or `initialHead`. */
  readonly from: Head
  readonly event: NewEvent
  /** The record's write, on condition that it still stands at `from`; `next` is where it will stand, and why. */
  readonly record: (next: Head, event: AuditEvent) => Write
  /** Whether the record carries the event in itself, so that it is written nowhere else. */
  readonly isCarried?: boolean
  /** What else becomes true at the same moment, each on its own condition. */
  readonly also?: readonly Write[]
}

/**
 * Writes changed records, and one event for each, all or nothing: a fact is never without its effect, nor an effect
 * without its fact.
 * @throws {DomainError} conflict with who changed it, what and when, when a record has moved on since it was read
 * @throws {ConditionFailed} when only a condition in `also` did not hold; the verb knows what that means
 */
export const commit = async (ctx: Context, ...changes: readonly Change[]): Promise<AuditEvent[]> => {
  const parts = changes.map((change) => {
    const { file, subject, from, isCarried = false } = change
    const event = nextEvent(ctx, { file, subject, ...from }, change.event)
    const version = from.version + 1
    const next = { version, head: sealedHead({ file, subject, version, hash: event.hash }) }
    return { change, event, writes: [change.record(next, event), ...(isCarried ? [] : [ownItem(event)])] }
  })
  const own = parts.flatMap(({ change, writes }) => writes.map((write) => ({ change, write })))
  const also = changes.flatMap((change) => change.also ?? [])
  try {
    await transact([...own.map(({ write }) => write), ...also], { isVersioned: true })
    return parts.map(({ event }) => event)
  } catch (error) {
    const [lost] = error instanceof ConditionFailed ? error.failed.flatMap((at) => own[at] ?? []) : []
    if (!lost) throw error
    throw await conflictAt(lost.change.file, lost.change.subject)
  }
}

/** An event as an item of its own. */
const ownItem = (event: StoredEvent, { isMoved = false } = {}): Write =>
  put(EventEntity.create({ ...event, day: dayOf(event), ...(isMoved ? { isMoved } : {}) }))

/** An event that a record has carried, on its way out of it: what follows from it has followed. */
export const movedOut = (event: StoredEvent): Write => ownItem(event, { isMoved: true })

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
  const [{ data }, record] = await Promise.all([
    EventEntity.query.file({ file, subject }).go({ order: "desc", limit: 1, consistent: true }),
    findItem(carrierOf(file)),
  ])
  // One that somebody has made unreadable is named by the check of the file.
  const carried = eventsIn(record ?? {}).flatMap((one) => StoredEvent.safeParse(one).data ?? [])
  const own = carried.filter((one) => one.subject === subject)
  const event = [...data, ...own].toSorted((a, b) => a.seq - b.seq).at(-1)
  return new DomainError(
    "conflict",
    event
      ? { lastChange: { by: event.actor.name, at: event.at, did: eventTypeOf(event.type) ?? event.type } }
      : {},
  )
}

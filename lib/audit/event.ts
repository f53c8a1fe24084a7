import { z } from "zod"
import { signature } from "@/lib/kernel/actor"
import type { Context } from "@/lib/kernel/context"
import { newId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { caseEvents } from "./events/case"
import { evidenceEvents } from "./events/evidence"
import { publishingEvents } from "./events/publishing"
import { settingsEvents } from "./events/settings"
import { tipEvents } from "./events/tip"
import { hashIn } from "./seal"
import { hashOf, type StoredEvent } from "./stored-event"

/**
 * One fact: who did what to which record, when. The types are a closed set, named `subject.verb-in-past`. Events of a
 * record form a hash chain: each carries the hash of the one before it, so that none can be changed, added or taken
 * out without breaking all that follow.
 */
export const AuditEvent = lazily(() =>
  z.discriminatedUnion("type", [
    ...tipEvents(),
    ...evidenceEvents(),
    ...caseEvents(),
    ...publishingEvents(),
    ...settingsEvents(),
  ]),
)
export type AuditEvent = z.infer<typeof AuditEvent>

export type EventType = AuditEvent["type"]
export type EventOf<Type extends EventType> = Extract<AuditEvent, { type: Type }>

/** What a verb says of the event it writes; who, when and the chain are added by `commit`. */
export type NewEvent = {
  [Type in EventType]: string extends keyof EventOf<Type>["data"]
    ? { readonly type: Type; readonly data?: undefined }
    : { readonly type: Type; readonly data: EventOf<Type>["data"] }
}[EventType]

/** Where a record's chain stands: its version, and the hash of its last event with a seal. */
export type Head = { readonly version: number; readonly head: string }
export const initialHead: Head = { version: 0, head: "" }

export const nextEvent = (
  ctx: Context,
  on: { file: string; subject: string } & Head,
  { type, data = {} }: NewEvent,
): AuditEvent => {
  const event = AuditEvent.parse({
    eventId: newId("evt"),
    file: on.file,
    subject: on.subject,
    seq: on.version + 1,
    type,
    at: ctx.now,
    actor: signature(ctx.actor),
    // Through JSON, so that the hash is taken of what the table gives back.
    data: JSON.parse(JSON.stringify(data)),
    causeId: ctx.causeId,
    prevHash: hashIn(on.head),
    hash: "",
  })
  return { ...event, hash: hashOf(event) }
}

const isEventType = (type: string): type is EventType =>
  AuditEvent.options.some(({ shape }) => shape.type.value === type)

/** Types that events were written under before, and what they are called now. */
const formerTypes: Readonly<Record<string, EventType>> = {
  "tip.news-on": "tip.news-requested",
  "tip.news-off": "tip.news-stopped",
  "case.acting": "case.action-started",
}

/** What a stored type is called now; undefined for one that this version of the portal does not know. */
export const eventTypeOf = (stored: string): EventType | undefined => {
  const type = formerTypes[stored] ?? stored
  return isEventType(type) ? type : undefined
}

/** @throws {ZodError} for an event of an unknown type, or without the data of its type */
export const readEvent = (stored: StoredEvent): AuditEvent =>
  AuditEvent.parse({ ...stored, type: eventTypeOf(stored.type) ?? stored.type })

import { z } from "zod"
import { canonical, sha256 } from "@/lib/kernel/crypto"
import { EventId } from "@/lib/kernel/id"

/**
 * An event as the table keeps it. The hash is taken over exactly this, so it is never rewritten: what its type or data
 * is called today is settled when it is read (`readEvent`).
 */
export const StoredEvent = z.object({
  eventId: EventId,
  /** The partition the record lives in, e.g. a tip's or a case's id. */
  file: z.string(),
  /** The record itself: the file's own id, or one of its parts. */
  subject: z.string(),
  /** 1 for the record's first event; equals the record's version after it. */
  seq: z.int().positive(),
  type: z.string(),
  at: z.iso.datetime(),
  actor: z.object({
    kind: z.enum(["person", "reporter", "right-holder", "agency", "system"]),
    id: z.string(),
    name: z.string(),
  }),
  data: z.record(z.string(), z.unknown()),
  causeId: z.string().optional(),
  prevHash: z.string(),
  hash: z.string(),
})
export type StoredEvent = z.infer<typeof StoredEvent>

export const hashOf = ({ hash: _, ...event }: StoredEvent) => sha256(canonical(event))

/** The day under which the trail of the staff lists an event; empty for what no member of the staff did. */
export const dayOf = ({ actor, at }: Pick<StoredEvent, "actor" | "at">) =>
  actor.kind === "person" ? at.slice(0, 10) : ""

/** Where the trail of the staff lists an event; undefined for what it leaves out. */
export const placeOnDay = (event: StoredEvent) => {
  const day = dayOf(event)
  return day === "" ? undefined : { partition: `day#${day}`, position: `${event.at}#${event.eventId}` }
}

/**
 * The events in an item of the table, as they were written and not yet parsed: the item itself, or what a record carries
 * (docs/decisions/0003 and 0097).
 */
export const eventsIn = (item: Readonly<Record<string, unknown>>): unknown[] =>
  item.__edb_e__ === "event" ? [item] : [item.birth, item.decision].filter((event) => event !== undefined)

/** Where the record of a file lies that carries events: only tips do. */
export const carrierOf = (file: string) => ({ pk: file, sk: "tip" })

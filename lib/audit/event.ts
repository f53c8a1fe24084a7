import { z } from "zod"
import { signature } from "@/lib/kernel/actor"
import type { Context } from "@/lib/kernel/context"
import { canonical, sha256 } from "@/lib/kernel/crypto"
import { newId } from "@/lib/kernel/id"

/**
 * One fact: who did what to which record, when. Events of a record form a hash chain: each carries the hash of
 * the one before it, so that none can be changed, added or taken out without breaking all that follow.
 */
export const AuditEvent = z.object({
  eventId: z.string().startsWith("evt_"),
  /** The partition the record lives in, e.g. a tip's or a case's id. */
  file: z.string(),
  /** The record itself: the file's own id, or one of its parts. */
  subject: z.string(),
  /** 1 for the record's first event; equals the record's version after it. */
  seq: z.int().positive(),
  type: z.string(),
  at: z.iso.datetime(),
  actor: z.object({
    kind: z.enum(["person", "reporter", "right-holder", "system"]),
    id: z.string(),
    name: z.string(),
  }),
  data: z.record(z.string(), z.unknown()),
  causeId: z.string().optional(),
  prevHash: z.string(),
  hash: z.string(),
})
export type AuditEvent = z.infer<typeof AuditEvent>

/** Where a record's chain stands: its version and the hash of its last event. */
export type Head = { readonly version: number; readonly head: string }
export const initialHead: Head = { version: 0, head: "" }

export type NewEvent = { readonly type: string; readonly data?: Record<string, unknown> }

const hashOf = ({ hash: _, ...event }: AuditEvent) => sha256(canonical(event))

export const nextEvent = (
  ctx: Context,
  on: { file: string; subject: string } & Head,
  { type, data = {} }: NewEvent,
): AuditEvent => {
  const event: AuditEvent = {
    eventId: newId("evt"),
    file: on.file,
    subject: on.subject,
    seq: on.version + 1,
    type,
    at: ctx.now,
    actor: signature(ctx.actor),
    // Through JSON, so that the hash is taken of what the table gives back.
    data: JSON.parse(JSON.stringify(data)),
    ...(ctx.causeId ? { causeId: ctx.causeId } : {}),
    prevHash: on.head,
    hash: "",
  }
  return { ...event, hash: hashOf(event) }
}

export type ChainFault = {
  readonly subject: string
  readonly seq: number
  readonly fault: "altered" | "missing"
}

/** The first fault in each record's chain, of all the events of one file in any order; none when all is whole. */
export const chainFaults = (events: readonly AuditEvent[]): ChainFault[] =>
  [...Map.groupBy(events, ({ subject }) => subject)].flatMap(([subject, chain]): ChainFault[] => {
    let before = { seq: 0, hash: "" }
    for (const event of chain.toSorted((a, b) => a.seq - b.seq)) {
      if (event.seq !== before.seq + 1) return [{ subject, seq: before.seq + 1, fault: "missing" }]
      if (event.prevHash !== before.hash || event.hash !== hashOf(event))
        return [{ subject, seq: event.seq, fault: "altered" }]
      before = event
    }
    return []
  })

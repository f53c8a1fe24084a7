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
    kind: z.enum(["person", "reporter", "right-holder", "system"]),
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

export type ChainFault = {
  readonly subject: string
  readonly seq: number
  readonly fault: "altered" | "missing"
}

/** The first fault in each record's chain, of all the events of one file in any order; none when all is whole. */
export const chainFaults = (events: readonly StoredEvent[]): ChainFault[] =>
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

import type { JSONWebKeySet } from "jose"
import { z } from "zod"
import { StoredEvent } from "@/lib/audit"
import { hashOf } from "@/lib/audit/stored-event"
import { Proof, verifyAct } from "@/lib/reporter"

const Place = z.object({ subject: z.string(), seq: z.int(), hash: z.string() })
const Shown = z.object({ ...Place.shape, prevHash: z.string(), withheld: z.boolean().optional() }).loose()
const Included = z.object({ ...Place.shape, ...Proof.shape, day: z.string() })

const linesOf = <Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema>[] =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => schema.parse(JSON.parse(line)))

/**
 * Holds the audit events of a package against each other, and against the logs of their days.
 * @param keys the portal's; without them nobody knows whose the logs are, and they are not looked at
 */
export const checkChain = async (
  chain: string,
  inclusion: string,
  keys: JSONWebKeySet | undefined,
): Promise<{ faults: string[]; proven: number }> => {
  const faults: string[] = []
  const events = linesOf(Shown, chain)
  for (const event of events) {
    const named = `data/chain.jsonl: event ${event.seq} of ${event.subject}`
    if (!event.withheld && hashOf(StoredEvent.parse(event)) !== event.hash) faults.push(`${named}: changed`)
    const before = events.find(({ subject, seq }) => subject === event.subject && seq === event.seq - 1)
    if (event.seq > 1 && before?.hash !== event.prevHash)
      faults.push(`${named}: the one before it is missing`)
  }
  const proofs = linesOf(Included, inclusion)
  for (const { subject, seq, hash, day, ...proof } of proofs) {
    const named = `data/inclusion.jsonl: event ${seq} of ${subject}`
    if (!events.some((event) => event.subject === subject && event.seq === seq && event.hash === hash))
      faults.push(`${named}: not in the chain`)
    else if (keys && (await verifyAct(hash, proof, keys))?.day !== day)
      faults.push(`${named}: not in its log`)
  }
  return { faults, proven: proofs.length }
}

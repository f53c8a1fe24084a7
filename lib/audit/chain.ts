import { hashIn, isSealed } from "./seal"
import { hashOf, type StoredEvent } from "./stored-event"

export const chainFaultKinds = [
  /** An event is not as it was written, or not the one that the record was written with. */
  "altered",
  /** There is no event of this number, though the record or a later event tells of it. */
  "missing",
  /** The record tells of no event of this number. */
  "added",
  /** The record's head was written by somebody who does not have the portal's key. */
  "forged",
  /** There are events, and no record of which they tell. */
  "no-record",
] as const

export type ChainFault = {
  readonly subject: string
  readonly seq: number
  readonly fault: (typeof chainFaultKinds)[number]
}

/** Where a record says that its chain stands. */
export type RecordHead = {
  readonly subject: string
  readonly version: number
  readonly head: string
  readonly key: { readonly pk: string; readonly sk: string }
}

/** The first fault in each record's chain, of all the events of one file in any order; none when all is whole. */
export const chainFaults = (events: readonly StoredEvent[]): ChainFault[] =>
  [...Map.groupBy(events, ({ subject }) => subject)].flatMap(
    ([subject, chain]) => faultWithin(subject, chain) ?? [],
  )

const faultWithin = (subject: string, chain: readonly StoredEvent[]): ChainFault | undefined => {
  let before = { seq: 0, hash: "" }
  for (const event of chain.toSorted((a, b) => a.seq - b.seq)) {
    if (event.seq === before.seq) return { subject, seq: event.seq, fault: "added" }
    if (event.seq !== before.seq + 1) return { subject, seq: before.seq + 1, fault: "missing" }
    if (event.prevHash !== before.hash || event.hash !== hashOf(event))
      return { subject, seq: event.seq, fault: "altered" }
    before = event
  }
  return undefined
}

/**
 * Holds the events of one file against its records: what was taken from the end of a chain, or put there, breaks no
 * chain, but the record's own version and head tell of it.
 * @returns the first fault of each record
 */
export const fileFaults = (
  file: string,
  events: readonly StoredEvent[],
  records: readonly RecordHead[],
): ChainFault[] => {
  const chains = Map.groupBy(events, ({ subject }) => subject)
  const heads = new Map(records.map((record) => [record.subject, record]))
  const subjects = new Set([...heads.keys(), ...chains.keys()])
  return [...subjects].flatMap((subject) => {
    const chain = chains.get(subject) ?? []
    return faultWithin(subject, chain) ?? faultAtEnd(file, subject, chain, heads.get(subject)) ?? []
  })
}

/** Of a chain that is whole in itself. */
const faultAtEnd = (
  file: string,
  subject: string,
  chain: readonly StoredEvent[],
  record: RecordHead | undefined,
): ChainFault | undefined => {
  const seq = chain.length
  if (!record) return { subject, seq, fault: "no-record" }
  const { version, head } = record
  if (seq < version) return { subject, seq: seq + 1, fault: "missing" }
  if (seq > version) return { subject, seq: version + 1, fault: "added" }
  if (version === 0) return undefined
  if (chain.find((event) => event.seq === version)?.hash !== hashIn(head))
    return { subject, seq, fault: "altered" }
  return isSealed(head, { file, subject, version }) ? undefined : { subject, seq, fault: "forged" }
}

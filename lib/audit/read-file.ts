import { z } from "zod"
import { findItem, itemsOf } from "@/lib/store/query"
import type { RecordHead } from "./chain"
import { dayOf, eventsIn, placeOnDay, StoredEvent } from "./stored-event"

type Item = Readonly<Record<string, unknown>>

/** What a record's events call it, by the kind of record: of every entity that has a version and a head. */
const subjects: Readonly<Record<string, (item: Item) => unknown>> = {
  "agency-key": ({ keyId }) => keyId,
  batch: ({ batchId }) => batchId,
  authority: ({ authorityId }) => `authority#${authorityId}`,
  campaign: ({ slug }) => `campaign#${slug}`,
  case: ({ caseId }) => caseId,
  "case-estimate": ({ caseId }) => `${caseId}-estimate`,
  "dead-letter": ({ letterId }) => `dead-letter#${letterId}`,
  "day-log": ({ day }) => `day-log#${day}`,
  delivery: ({ deliveryId }) => deliveryId,
  evidence: ({ evidenceId }) => evidenceId,
  "figure-set": ({ campaign }) => `figures#${campaign}`,
  "holder-key": ({ keyId }) => keyId,
  invitations: () => "invitations",
  "known-good": () => "known-good",
  "listed-site": ({ site }) => `listed#${site}`,
  look: ({ lookId }) => `look#${lookId}`,
  note: ({ noteId }) => noteId,
  measure: ({ measureId }) => measureId,
  "measure-import": ({ importId }) => importId,
  notice: ({ slug }) => `notice#${slug}`,
  objection: ({ objectionId }) => objectionId,
  package: ({ referralId }) => `${referralId}-package`,
  referral: ({ referralId }) => referralId,
  reward: ({ tipId }) => `${tipId}-reward`,
  routing: () => "routing",
  settings: () => "settings",
  "signed-in": ({ personKey }) => `person#${personKey}`,
  tip: ({ tipId }) => tipId,
  valve: () => "valve",
}
export const kindsWithHead = Object.keys(subjects)

/** Files whose record lies in a partition of all its kind. */
const apart: readonly { prefix: string; pk: string; sk?: string }[] = [
  { prefix: "authority#", pk: "authorities" },
  { prefix: "campaign#", pk: "campaigns" },
  { prefix: "day-log#", pk: "day-log", sk: "day#" },
]

/** What an expression needs to find the items that hold events. */
const holdsEvents = "attribute_exists(birth) OR attribute_exists(decision) OR #entity = :event"

/** Every event of one file as it was written, wherever it is kept: as an item of its own, or in the record it changed. */
export const storedEventsOf = async (file: string): Promise<StoredEvent[]> => {
  const events: StoredEvent[] = []
  const carriers = itemsOf(file, {
    expression: holdsEvents,
    names: { "#entity": "__edb_e__" },
    values: { ":event": "event" },
  })
  for await (const item of carriers) for (const event of eventsIn(item)) events.push(StoredEvent.parse(event))
  return events
}

export type StoredFile = {
  readonly events: readonly StoredEvent[]
  readonly records: readonly RecordHead[]
  /** Of items that should be events, and cannot be read as such or lie where they do not belong. */
  readonly misplaced: readonly { readonly subject: string; readonly seq: number }[]
}

/** All that the check of one file needs, however somebody has changed it. */
export const readFile = async (file: string): Promise<StoredFile> => {
  const found = itemsOf(file, {
    expression: `${holdsEvents} OR attribute_exists(head) OR #entity = :measure`,
    names: { "#entity": "__edb_e__" },
    values: { ":event": "event", ":measure": "measure" },
  })
  const items = await Array.fromAsync(found)
  const elsewhere = apart.find(({ prefix }) => file.startsWith(prefix))
  if (elsewhere) {
    const item = await findItem({
      pk: elsewhere.pk,
      sk: `${elsewhere.sk ?? ""}${file.slice(elsewhere.prefix.length)}`,
    })
    if (item) items.push(item)
  }
  const records = items.flatMap((item) => recordIn(item) ?? [])
  const carriers = items.flatMap((item) => {
    const isOwn = item.__edb_e__ === "event"
    return eventsIn(item).map((event) => ({
      named: isOwn ? namedBy(String(item.sk)) : { subject: file, seq: 0 },
      event,
      isPlaced: isOwn ? isPlaced(item) : event !== item.decision || isListed(event, item.dc_pk, item.dc_sk),
    }))
  })
  const read = carriers.map((carrier) => ({ ...carrier, parsed: StoredEvent.safeParse(carrier.event) }))
  return {
    records,
    events: read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])),
    misplaced: read.flatMap(({ named, parsed, isPlaced }) => {
      if (!parsed.success) return [named]
      return parsed.data.file === file && isPlaced ? [] : [parsed.data]
    }),
  }
}

/** Which event an item is by its key alone. */
const namedBy = (key: string) => {
  const [, subject = key, seq = "0"] = /^event#(.+)#(\d+)$/.exec(key) ?? []
  return { subject, seq: Number(seq) }
}

const Numbered = z.object({ version: z.number(), head: z.string() })

const recordIn = (item: Item): RecordHead | undefined => {
  const subjectOf = subjects[String(item.__edb_e__)]
  if (!subjectOf) return undefined
  // Without both it tells of nothing, which no event fits.
  const { version, head } = Numbered.catch({ version: 0, head: "" }).parse(item)
  return {
    subject: String(subjectOf(item)),
    version,
    head,
    key: { pk: String(item.pk), sk: String(item.sk) },
  }
}

/** Whether an event lies under its own key, and under its own day in the trail of the staff. */
const isPlaced = (item: Item) => {
  const parsed = StoredEvent.safeParse(item)
  if (!parsed.success) return false
  const { subject, seq } = parsed.data
  return (
    item.sk === `event#${subject}#${String(seq).padStart(8, "0")}` &&
    item.day === dayOf(parsed.data) &&
    isListed(item, item.day_pk, item.day_sk)
  )
}

const isListed = (event: unknown, partition: unknown, position: unknown) => {
  const { data } = StoredEvent.safeParse(event)
  const place = data && placeOnDay(data)
  return partition === place?.partition && position === place?.position
}

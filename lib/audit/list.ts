import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { itemsOf } from "@/lib/store/query"
import { type AuditEvent, readEvent } from "./event"
import { EventEntity } from "./event.entity"
import { type ChainFault, chainFaults, StoredEvent } from "./stored-event"

/** Every event of one file as it was written, wherever it is kept: as an item of its own, or in the record it begins. */
const storedEventsOf = async (file: string): Promise<StoredEvent[]> => {
  const events: StoredEvent[] = []
  const carriers = itemsOf(file, {
    expression: "attribute_exists(birth) OR #entity = :event",
    names: { "#entity": "__edb_e__" },
    values: { ":event": "event" },
  })
  for await (const item of carriers) events.push(StoredEvent.parse(item.birth ?? item))
  return events
}

/** Every event of one file, oldest first. Not a verb: callers have already authorised the read of the file. */
export const eventsOf = async (file: string): Promise<AuditEvent[]> =>
  (await storedEventsOf(file))
    .map(readEvent)
    .toSorted((a, b) => (a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1))

/** What the staff did on one day (UTC), newest first. */
export const listDay = verb(
  { name: "audit.listDay", by: ["auditor", "administrator"], input: z.object({ day: z.iso.date() }) },
  async (_ctx, { day }) => {
    const { data } = await EventEntity.query.day({ day }).go({ pages: "all", order: "desc" })
    return data.map(readEvent)
  },
)

/** Recomputes the hash chains of one file. */
export const verifyFile = verb(
  {
    name: "audit.verifyFile",
    by: ["auditor", "administrator"],
    input: z.object({ file: z.string().min(1) }),
  },
  async (_ctx, { file }): Promise<{ events: number; faults: ChainFault[] }> => {
    const events = await storedEventsOf(file)
    return { events: events.length, faults: chainFaults(events) }
  },
)

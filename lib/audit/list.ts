import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { type AuditEvent, readEvent } from "./event"
import { EventEntity } from "./event.entity"
import { storedEventsOf } from "./read-file"

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

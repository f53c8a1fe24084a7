import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { type ChainFault, chainFaults } from "./event"
import { EventEntity } from "./event.entity"

/** Every event of one file, oldest first. Not a verb: callers have already authorised the read of the file. */
export const eventsOf = async (file: string) => {
  const { data } = await EventEntity.query.file({ file }).go({ pages: "all" })
  return data.toSorted((a, b) => (a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1))
}

/** What the staff did on one day (UTC), newest first. */
export const listDay = verb(
  { name: "audit.listDay", by: ["auditor", "administrator"], input: z.object({ day: z.iso.date() }) },
  async (_ctx, { day }) => {
    const { data } = await EventEntity.query.day({ day }).go({ pages: "all", order: "desc" })
    return data
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
    const events = await eventsOf(file)
    return { events: events.length, faults: chainFaults(events) }
  },
)

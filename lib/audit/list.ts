import { z } from "zod"
import { dayBefore, dayBegins } from "@/lib/kernel/day"
import { verb } from "@/lib/kernel/verb"
import { itemsIn } from "@/lib/store/query"
import { type AuditEvent, readEvent } from "./event"
import { storedEventsOf } from "./read-file"
import { eventsIn, StoredEvent } from "./stored-event"

/** Every event of one file, oldest first. Not a verb: callers have already authorised the read of the file. */
export const eventsOf = async (file: string): Promise<AuditEvent[]> =>
  (await storedEventsOf(file))
    .map(readEvent)
    .toSorted((a, b) => (a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1))

const readers = ["auditor", "administrator"] as const

/** What of a day is asked for; all of it where nothing is named. */
const DayFilter = z.object({
  /** In Beijing. */
  day: z.iso.date(),
  /** The id of who acted. */
  person: z.string().max(200).optional(),
  /** What an event's type begins with: `tip`, `referral`. */
  subject: z.string().max(50).optional(),
})
type DayFilter = z.infer<typeof DayFilter>

export type StaffDay = {
  /** Newest first. */
  readonly events: readonly AuditEvent[]
  /** Who acted on the day, and on what kinds of things, to choose from. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly subjects: readonly string[]
}

/** What the staff did on one day in Beijing. */
export const listDay = verb(
  { name: "audit.listDay", by: readers, input: DayFilter },
  async (_ctx, filter): Promise<StaffDay> => {
    const all = await eventsOn(filter.day)
    const people = new Map(all.map(({ actor: { id, name } }) => [id, { id, name }]))
    return {
      events: all.filter(isWanted(filter)),
      people: [...people.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      subjects: [...new Set(all.map(subjectOf))].toSorted(),
    }
  },
)

/**
 * The events of one file, oldest first, of whatever kind it is. None where there is no such file, nor where somebody has
 * made one of them unreadable, which the check of the file names.
 */
export const listFile = verb(
  { name: "audit.listFile", by: readers, input: z.object({ file: z.string().trim().min(1).max(200) }) },
  async (_ctx, { file }): Promise<AuditEvent[]> => {
    try {
      return await eventsOf(file)
    } catch (error) {
      if (error instanceof z.ZodError) return []
      throw error
    }
  },
)

const subjectOf = ({ type }: Pick<AuditEvent, "type">) => type.slice(0, type.indexOf("."))

const isWanted =
  ({ person, subject }: DayFilter) =>
  (event: AuditEvent) =>
    (!person || event.actor.id === person) && (!subject || subjectOf(event) === subject)

/** The hashes of what the staff did on one day in Beijing, in order. Not a verb: for the log of the day. */
export const staffHashesOn = async (day: string): Promise<string[]> =>
  (await storedOn(day)).map(({ hash }) => hash).toReversed()

const eventsOn = async (day: string): Promise<AuditEvent[]> => (await storedOn(day)).map(readEvent)

/** In the order of the trail, last first. Its indexes go by days of UTC, of which a day in Beijing is part of two. */
const storedOn = async (day: string): Promise<StoredEvent[]> => {
  const [from, to] = [dayBegins(day), dayBegins(day, 1)]
  const parts = await Promise.all(
    [day, dayBefore(day)].flatMap((utc) =>
      (["day", "decisions"] as const).map((index) => Array.fromAsync(itemsIn(index, `day#${utc}`))),
    ),
  )
  return parts
    .flat()
    .flatMap(eventsIn)
    .flatMap((event) => StoredEvent.safeParse(event).data ?? [])
    .filter(({ at }) => at >= from && at < to)
    .toSorted((a, b) => (keyOf(a) > keyOf(b) ? -1 : 1))
}

const keyOf = ({ at, eventId }: StoredEvent) => `${at}#${eventId}`

import { z } from "zod"
import { type HolderId, idFrom } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { cursorOf, type Page, type Position, pageOf, pageSize } from "@/lib/store/page"
import { withText } from "./text"
import { categories, type Tip, type TipRow, type TipStatus, tipStatuses, urgencies } from "./tip"
import { queueShards, TipEntity, urgentShard } from "./tip.entity"

/** Whose tips a queue holds. */
export const queues = ["citizens", "right-holders"] as const
export type Queue = (typeof queues)[number]

const shardsOf = (queue: Queue): readonly number[] => {
  const four = (first: number) => Array.from({ length: queueShards }, (_, at) => first + at)
  return queue === "citizens" ? [...four(0), ...four(urgentShard)] : four(queueShards)
}

type Read = {
  readonly queue: Queue
  readonly status: TipStatus
  readonly cursor?: Position<"tip">
  readonly limit: number
}

/** The first rows of each shard after a cursor, oldest first within each. */
const shardRows = ({ queue, status, cursor, limit }: Read): Promise<TipRow[][]> =>
  Promise.all(
    shardsOf(queue).map(async (shard) => {
      const query = TipEntity.query.queue({ status, shard })
      const asked = cursor ? query.gt({ receivedAt: cursor.at, tipId: cursor.id }) : query
      return (await asked.go({ limit })).data.map(({ row }) => row)
    }),
  )

/** Comes before every tip's id. */
const first = idFrom("tip", "")

/** As many claims as are looked through for those that have ended; more are held at no time. */
const claimsMax = 200

/** Claims that have ended are back in the queue, though nothing was written since. */
const isFree = (now: string) => (row: TipRow) => (row.leaseUntil ?? "") <= now

export type Waiting = {
  /** What has come in, and what somebody claimed and left. */
  readonly waiting: readonly TipRow[]
  /** Claims that last. */
  readonly claimed: readonly TipRow[]
  /** Whether more wait than were read. */
  readonly isMore: boolean
}

/** What is undecided in a queue, in no order. Not a verb. */
export const undecidedRows = async (now: string, read: Omit<Read, "status">): Promise<Waiting> => {
  const [received, screening] = await Promise.all([
    shardRows({ ...read, status: "received" }),
    shardRows({ ...read, status: "screening", limit: claimsMax }).then((rows) => rows.flat()),
  ])
  const free = isFree(now)
  return {
    waiting: [...received.flat(), ...screening.filter(free)],
    claimed: screening.filter((row) => !free(row)),
    isMore: received.some(({ length }) => length === read.limit),
  }
}

/** What a list may be narrowed to; nothing narrows it. */
const Filter = z.object({
  category: z.enum(categories).optional(),
  /** The code of a label. */
  label: z.string().max(60).optional(),
  /** The language of the report. */
  locale: z.enum(["zh", "en"]).optional(),
  urgency: z.enum(urgencies).optional(),
  /** Whether the report came with files. */
  evidence: z.enum(["with", "without"]).optional(),
  /** Part of the first address or of its site. */
  site: z.string().trim().toLowerCase().max(200).optional(),
  /** The campaign that a tip was accepted for. */
  campaign: z.string().max(80).optional(),
  /** Received so many days ago, or earlier. */
  days: z.int().min(1).max(3_650).optional(),
})
type Filter = z.infer<typeof Filter>

const isWanted =
  ({ category, label, locale, urgency, evidence, site, campaign, days }: Filter, now: string) =>
  (row: TipRow) =>
    (!category || row.category === category) &&
    (!label || row.labels?.includes(label) === true) &&
    (!locale || row.locale === locale) &&
    (!urgency || row.urgency === urgency) &&
    (!evidence || (row.evidenceCount > 0 ? "with" : "without") === evidence) &&
    (!site || [row.site, row.target].some((text) => text.toLowerCase().includes(site))) &&
    (!campaign || row.campaign === campaign) &&
    (!days || Date.parse(now) - Date.parse(row.receivedAt) >= days * dayMs)

const dayMs = 86_400_000

/** Rows that a narrowed list reads at once, and how often it does so for one page. */
const narrowedRows = 200
const narrowedReads = 10

const positionOf = ({ receivedAt, tipId }: TipRow) => ({ at: receivedAt, id: tipId })

/**
 * One page of a queue's tips of a status, oldest first, merged from its shards. A claim that has ended is listed as
 * received again. The cost of a page does not grow with the number of tips, nor with what lies in the other queue. A
 * narrowed list looks through 2,000 tips for a page and may then go on with fewer rows than a page has, or none.
 */
export const listTips = verb(
  {
    name: "tip.list",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({
      queue: z.enum(queues).default("citizens"),
      status: z.enum(tipStatuses).default("received"),
      cursor: cursorOf("tip").optional(),
      filter: Filter.default({}),
    }),
  },
  async (ctx, { queue, status, cursor, filter }): Promise<Page<TipRow>> => {
    const rowsAfter = (at: Position<"tip"> | undefined, limit: number) =>
      rowsOf(ctx.now, { queue, status, cursor: at, limit })
    if (Object.values(filter).every((one) => one === undefined))
      return pageOf(await rowsAfter(cursor, pageSize + 1), positionOf)
    const found: TipRow[] = []
    let next: string | undefined
    for (let read = 0; read < narrowedReads && found.length <= pageSize; read += 1) {
      const at = next === undefined ? cursor : cursorOf("tip").parse(next)
      const page = pageOf(await rowsAfter(at, narrowedRows + 1), positionOf, narrowedRows)
      found.push(...page.rows.filter(isWanted(filter, ctx.now)))
      if (!page.next) return pageOf(found, positionOf)
      next = page.next
    }
    return found.length > pageSize ? pageOf(found, positionOf) : { rows: found, next }
  },
)

const rowsOf = async (now: string, read: Read): Promise<readonly TipRow[]> => {
  if (read.status === "received") return (await undecidedRows(now, read)).waiting
  const rows = (await shardRows(read)).flat()
  return read.status === "screening" ? rows.filter((row) => !isFree(now)(row)) : rows
}

/** Of each shard that many of the latest are counted. */
const arrivedMax = 25

/** How many tips of a queue came after a moment and wait, for who looks at the list of that moment. */
export const countArrived = verb(
  {
    name: "tip.countArrived",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({ queue: z.enum(queues).default("citizens"), since: z.iso.datetime() }),
  },
  async (_ctx, { queue, since }): Promise<number> => {
    const rows = await shardRows({
      queue,
      status: "received",
      cursor: { at: since, id: idFrom("tip", "~") },
      limit: arrivedMax,
    })
    return rows.flat().length
  },
)

/** A right holder's own tips of a status, oldest first, after a cursor. Not a verb: the caller has authorised the read. */
export const tipsOfHolder = async (
  { holderId, status, cursor }: { holderId: HolderId; status: TipStatus; cursor?: Position<"tip"> },
  limit: number,
): Promise<Tip[]> => {
  const query = TipEntity.query.holder({ holderId, status })
  const { data } = await (cursor ? query.gt({ receivedAt: cursor.at, tipId: cursor.id }) : query).go({
    limit,
  })
  return withText(data)
}

type Span = {
  readonly statuses: readonly TipStatus[]
  /** ISO times, the second excluded. */
  readonly from: string
  readonly until: string
  /** Of each status and shard. */
  readonly limit?: number
}

const rowsBetween = async ({ statuses, from, until, limit = Number.POSITIVE_INFINITY }: Span) => {
  const lists = await Promise.all(
    statuses.flatMap((status) =>
      queues.flatMap(shardsOf).map(async (shard) => {
        const { data } = await TipEntity.query
          .queue({ status, shard })
          .between({ receivedAt: from, tipId: first }, { receivedAt: until, tipId: first })
          .go(Number.isFinite(limit) ? { count: limit, pages: "all" } : { pages: "all" })
        return data.map(({ row }) => row)
      }),
    ),
  )
  return { rows: lists.flat(), isMore: lists.some(({ length }) => length >= limit) }
}

const undecided: readonly TipStatus[] = ["received", "screening", "awaiting-reporter"]

/** The tips of both queues, in whatever status, that came between two moments (the second excluded). Not a verb. */
export const tipsReceived = async (from: string, until: string): Promise<readonly TipRow[]> =>
  (await rowsBetween({ statuses: tipStatuses, from, until })).rows

/**
 * The same, with every older tip that is undecided. Not a verb.
 * @returns at most about `limit`; `isMore` where there may be more
 */
export const tipsBetween = async (
  from: string,
  until: string,
  limit: number,
): Promise<{ readonly rows: readonly TipRow[]; readonly isMore: boolean }> => {
  const share = Math.ceil(limit / queueShards)
  const ended = tipStatuses.filter((status) => !undecided.includes(status))
  const lists = await Promise.all([
    rowsBetween({ statuses: ended, from, until, limit: share }),
    rowsBetween({ statuses: undecided, from: "", until, limit: share }),
  ])
  return { rows: lists.flatMap(({ rows }) => rows), isMore: lists.some(({ isMore }) => isMore) }
}

import { z } from "zod"
import { type HolderId, idFrom } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { cursorOf, type Page, type Position, pageOf, pageSize } from "@/lib/store/page"
import { type Tip, type TipRow, type TipStatus, tipStatuses } from "./tip"
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

/**
 * One page of a queue's tips of a status, oldest first, merged from its shards. A claim that has ended is listed as
 * received again. The cost of a page does not grow with the number of tips, nor with what lies in the other queue.
 */
export const listTips = verb(
  {
    name: "tip.list",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({
      queue: z.enum(queues).default("citizens"),
      status: z.enum(tipStatuses).default("received"),
      cursor: cursorOf("tip").optional(),
    }),
  },
  async (ctx, { queue, status, cursor }): Promise<Page<TipRow>> => {
    const read = { queue, cursor, limit: pageSize + 1 }
    const rows =
      status === "received"
        ? (await undecidedRows(ctx.now, read)).waiting
        : (await shardRows({ ...read, status })).flat()
    const listed = status === "screening" ? rows.filter((row) => !isFree(ctx.now)(row)) : rows
    return pageOf(listed, ({ receivedAt, tipId }) => ({ at: receivedAt, id: tipId }))
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
  return data
}

/**
 * The tips of both queues, in whatever status, that came between two moments (ISO times, the second excluded), and
 * every older one that is undecided. Not a verb.
 * @returns at most `limit` of each status and shard's share; `isMore` where there were more
 */
export const tipsBetween = async (
  from: string,
  until: string,
  limit: number,
): Promise<{ readonly rows: readonly TipRow[]; readonly isMore: boolean }> => {
  const undecided: readonly TipStatus[] = ["received", "screening", "awaiting-reporter"]
  const reads = tipStatuses.flatMap((status) =>
    queues.flatMap((queue) => shardsOf(queue).map((shard) => ({ status, shard }))),
  )
  const share = Math.ceil(limit / queueShards)
  const lists = await Promise.all(
    reads.map(async ({ status, shard }) => {
      const since = undecided.includes(status) ? "" : from
      const { data, cursor } = await TipEntity.query
        .queue({ status, shard })
        .between({ receivedAt: since, tipId: first }, { receivedAt: until, tipId: first })
        .go({ count: share, pages: "all" })
      return { rows: data.map(({ row }) => row), isMore: cursor !== null && data.length >= share }
    }),
  )
  return { rows: lists.flatMap(({ rows }) => rows), isMore: lists.some(({ isMore }) => isMore) }
}

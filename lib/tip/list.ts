import { z } from "zod"
import type { HolderId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { cursorOf, type Page, type Position, pageOf, pageSize } from "@/lib/store/page"
import { type Tip, type TipRow, type TipStatus, tipStatuses } from "./tip"
import { queueShards, TipEntity } from "./tip.entity"

/** Whose tips a queue holds. */
export const queues = ["citizens", "right-holders"] as const
export type Queue = (typeof queues)[number]

/**
 * One page of a queue's tips of a status, oldest first, merged from its shards. The cost of a page does not grow with
 * the number of tips, nor with what lies in the other queue.
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
  async (_ctx, { queue, status, cursor }): Promise<Page<TipRow>> => {
    const first = queue === "citizens" ? 0 : queueShards
    const shards = Array.from({ length: queueShards }, (_, at) =>
      TipEntity.query.queue({ status, shard: first + at }),
    )
    const pages = await Promise.all(
      shards.map((query) =>
        (cursor ? query.gt({ receivedAt: cursor.at, tipId: cursor.id }) : query).go({ limit: pageSize + 1 }),
      ),
    )
    const rows = pages.flatMap(({ data }) => data.map(({ row }) => row))
    return pageOf(rows, ({ receivedAt, tipId }) => ({ at: receivedAt, id: tipId }))
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

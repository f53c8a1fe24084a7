import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { Cursor, type Page, pageOf, pageSize } from "@/lib/store/page"
import { type TipRow, tipStatuses } from "./tip"
import { queueShards, TipEntity } from "./tip.entity"

/**
 * One page of the tips of a status, oldest first, merged from the shards. The cost of a page does not grow with
 * the number of tips.
 */
export const listTips = verb(
  {
    name: "tip.list",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({ status: z.enum(tipStatuses).default("received"), cursor: Cursor.optional() }),
  },
  async (_ctx, { status, cursor }): Promise<Page<TipRow>> => {
    const shards = Array.from({ length: queueShards }, (_, shard) => TipEntity.query.queue({ status, shard }))
    const pages = await Promise.all(
      shards.map((query) =>
        (cursor ? query.gt({ receivedAt: cursor.at, tipId: cursor.id }) : query).go({ limit: pageSize + 1 }),
      ),
    )
    const rows = pages.flatMap(({ data }) => data.map(({ row }) => row))
    return pageOf(rows, ({ receivedAt, tipId }) => ({ at: receivedAt, id: tipId }))
  },
)

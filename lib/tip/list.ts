import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { type TipRow, tipStatuses } from "./tip"
import { queueShards, TipEntity } from "./tip.entity"

export const queuePageSize = 25

const cursorOf = (row: TipRow) => Buffer.from(`${row.receivedAt}#${row.tipId}`).toString("base64url")

const Cursor = z.string().transform((text, refinement) => {
  const [, receivedAt, tipId] =
    /^([\dT:.Z-]{20,30})#(tip_[0-9a-z]+)$/.exec(Buffer.from(text, "base64url").toString()) ?? []
  if (receivedAt && tipId) return { receivedAt, tipId }
  refinement.addIssue({ code: "custom", params: { rule: "unknown-cursor" } })
  return z.NEVER
})

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
  async (_ctx, { status, cursor }): Promise<{ rows: TipRow[]; next?: string }> => {
    const shards = Array.from({ length: queueShards }, (_, shard) => TipEntity.query.queue({ status, shard }))
    const pages = await Promise.all(
      shards.map((query) => (cursor ? query.gt(cursor) : query).go({ limit: queuePageSize + 1 })),
    )
    const rows = pages
      .flatMap(({ data }) => data.map(({ row }) => row))
      .sort((a, b) => (`${a.receivedAt}#${a.tipId}` < `${b.receivedAt}#${b.tipId}` ? -1 : 1))
    const page = rows.slice(0, queuePageSize)
    const last = page.at(-1)
    return rows.length > queuePageSize && last ? { rows: page, next: cursorOf(last) } : { rows: page }
  },
)

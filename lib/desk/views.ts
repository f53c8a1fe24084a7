import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { settingsNow } from "@/lib/settings"
import { queues, type TipRow, undecidedRows } from "@/lib/tip"

export const views = ["mine", "answered", "overdue", "second-person", "expired"] as const
export type View = (typeof views)[number]

export type Views = {
  /** Oldest first. */
  readonly rows: Readonly<Record<View, readonly TipRow[]>>
  /** Whether the queue is longer than what was looked through, so that there may be more of each. */
  readonly isMore: boolean
}

/** Rows of each shard that are looked through, the oldest first: what is overdue is among them, or there is more. */
const rowsPerShard = 25

/** What of a queue asks for somebody's attention. The cost does not grow with the queue. */
export const queueViews = verb(
  {
    name: "desk.views",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({ queue: z.enum(queues).default("citizens") }),
  },
  async (ctx, { queue }): Promise<Views> => {
    const [{ waiting, claimed, isMore }, { targets }] = await Promise.all([
      undecidedRows(ctx.now, { queue, limit: rowsPerShard }),
      settingsNow(),
    ])
    const dueBefore = new Date(Date.parse(ctx.now) - targets.firstReviewHours * 3_600_000).toISOString()
    const id = ctx.actor.kind === "person" ? ctx.actor.id : undefined
    const oldestFirst = (rows: readonly TipRow[]) =>
      rows.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
    return {
      rows: {
        mine: oldestFirst(claimed.filter(({ claimedById }) => claimedById === id)),
        answered: oldestFirst(waiting.filter(({ answeredAt }) => answeredAt !== undefined)),
        overdue: oldestFirst(waiting.filter(({ receivedAt }) => receivedAt < dueBefore)),
        "second-person": oldestFirst(waiting.filter(({ notFor }) => notFor !== undefined)),
        expired: oldestFirst(waiting.filter(({ claimedBy }) => claimedBy !== undefined)),
      },
      isMore,
    }
  },
)

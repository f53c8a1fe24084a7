import { z } from "zod"
import type { Context } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { type Attempt, listAttempts } from "@/lib/outbox"
import { changeLatestTip } from "@/lib/tip"
import { dueNow, findNews, mailKey, newsChange } from "./news"
import { NewsEntity, parkedShard } from "./news.entity"

/** Shown at once; when these have gone out, others follow. */
const shownMax = 25

export type ParkedMail = {
  readonly tipId: TipId
  readonly parkedAt: string
  /** How often it was tried in its three days. */
  readonly tries: number
  readonly last?: Attempt
}
export type ParkedMails = { readonly mails: readonly ParkedMail[]; readonly isMore: boolean }

/** Mails with news that were given up, the longest ago first. Nothing of it is an address. */
export const listParkedMails = verb(
  { name: "tip.listParkedMails", by: ["auditor", "administrator"], input: z.object({}) },
  async (): Promise<ParkedMails> => {
    const { data } = await NewsEntity.query.due({ shard: parkedShard }).go({ limit: shownMax + 1 })
    const found = await Promise.all(data.slice(0, shownMax).map(({ row }) => parkedMail(row.tipId)))
    return { mails: found.flatMap((one) => one ?? []), isMore: data.length > shownMax }
  },
)

const parkedMail = async (tipId: TipId): Promise<ParkedMail | undefined> => {
  const [news, attempts] = await Promise.all([findNews(tipId), listAttempts(mailKey(tipId))])
  return news?.isParked
    ? { tipId, parkedAt: news.dueAt, tries: news.tries ?? 0, last: attempts.at(-1) }
    : undefined
}

/**
 * Has mails that were given up sent again; their three days begin anew. Those that are on their way, or whose reporters
 * have looked meanwhile, are passed over.
 * @throws {DomainError} conflict `mail-not-parked`, when that is all of them
 */
export const replayMails = verb(
  {
    name: "tip.replayMails",
    by: ["administrator"],
    input: z.object({ tipIds: z.array(TipId).min(1).max(shownMax) }),
  },
  async (ctx, { tipIds }): Promise<void> => {
    const changed = await Promise.all(tipIds.map((tipId) => replay(ctx, tipId)))
    if (!changed.some(Boolean)) throw new DomainError("conflict", { reason: "mail-not-parked" })
  },
)

const replay = (ctx: Context, tipId: TipId) =>
  changeLatestTip(ctx, tipId, async () => {
    const news = await findNews(tipId)
    if (!news?.isParked) return undefined
    const { write } = newsChange(news, dueNow(news, ctx.now))
    return { patch: {}, event: { type: "tip.mail-replayed" }, also: [write] }
  })

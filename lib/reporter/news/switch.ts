import { z } from "zod"
import { type Context, reporterTipId } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import type { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { ContactEntity } from "@/lib/reporter/contact/contact.entity"
import { remove, type Write } from "@/lib/store/transact"
import { changeLatestTip } from "@/lib/tip"
import { findNews, newNews, offersNews, putNews } from "./news"
import { NewsEntity } from "./news.entity"

/**
 * The reporter wants a mail when there is news of the own tip, or no longer does. Done twice, the second changes nothing.
 * @throws {DomainError} conflict `news-not-offered`, without an e-mail address as contact or without a way to send mail
 */
export const switchNews = verb(
  { name: "tip.switchNews", by: ["reporter"], input: z.object({ on: z.boolean() }) },
  (ctx, { on }): Promise<void> =>
    on ? begin(ctx, reporterTipId(ctx)) : stop(ctx, reporterTipId(ctx), "reporter"),
)

/** Whoever holds the link of a mail stops the mails. Says nothing of whether there were any. */
export const stopNews = verb(
  { name: "tip.stopNews", by: ["visitor"], input: z.object({ stopKey: z.string().min(1).max(60) }) },
  async (ctx, { stopKey }): Promise<void> => {
    const { data } = await NewsEntity.query.stop({ stopKey }).go()
    for (const { tipId } of data) await stop(ctx, tipId, "link")
  },
)

const begin = async (ctx: Context, tipId: TipId) => {
  const { data } = await ContactEntity.get({ tipId }).go({ consistent: true })
  if (!offersNews() || !data?.isEmail) throw new DomainError("conflict", { reason: "news-not-offered" })
  await changeLatestTip(ctx, tipId, async ({ hasContact, locale }) =>
    hasContact && !(await findNews(tipId))
      ? { patch: {}, event: { type: "tip.news-requested" }, also: [putNews(newNews(tipId, locale))] }
      : undefined,
  )
}

type Because = "reporter" | "link" | "refused" | "no-contact"

/** @param also what is written with it */
export const stop = async (
  ctx: Context,
  tipId: TipId,
  because: Because,
  also: readonly Write[] = [],
): Promise<void> => {
  await changeLatestTip(ctx, tipId, async () =>
    (await findNews(tipId))
      ? {
          patch: {},
          event: { type: "tip.news-stopped", data: { because } },
          also: [remove(NewsEntity.delete({ tipId })), ...also],
        }
      : undefined,
  )
}

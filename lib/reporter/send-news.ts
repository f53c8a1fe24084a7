import { z } from "zod"
import { setting } from "@/lib/kernel/config"
import type { Context } from "@/lib/kernel/context"
import type { TipId } from "@/lib/kernel/id"
import { log } from "@/lib/kernel/log"
import { verb } from "@/lib/kernel/verb"
import { sendMail } from "@/lib/store/mail"
import { decryptContact, isOverdue } from "./contact/contact"
import { ContactEntity } from "./contact/contact.entity"
import { changeNews, findNews, mailed, postponed } from "./news"
import { NewsEntity, newsShards } from "./news.entity"
import { newsMail } from "./news-mail"
import { stop } from "./switch-news"

/** What is sent within one run of the schedule; the rest goes with the next. */
const mailsPerShardMax = 100

/**
 * Sends the mails that are due. One that cannot be sent now is tried again later. A mail goes out twice only where the
 * portal dies between handing it over and writing that down.
 */
export const sendNews = verb(
  { name: "tip.sendNews", by: ["system"], input: z.object({}) },
  async (ctx): Promise<Sent> => {
    const sent = { sent: 0, refused: 0, failed: 0 }
    for (let shard = 0; shard < newsShards; shard++) {
      const { data } = await NewsEntity.query
        .due({ shard })
        .lte({ dueAt: ctx.now })
        .go({ limit: mailsPerShardMax })
      for (const { row } of data) {
        const outcome = await sendOne(ctx, row.tipId)
        if (outcome) sent[outcome] += 1
      }
    }
    return sent
  },
)

type Sent = { readonly sent: number; readonly refused: number; readonly failed: number }

const sendOne = async (ctx: Context, tipId: TipId): Promise<keyof Sent | undefined> => {
  const [news, contact] = await Promise.all([
    findNews(tipId),
    ContactEntity.get({ tipId }).go({ consistent: true }),
  ])
  if (!news?.dueAt) return undefined
  if (!contact.data || isOverdue(contact.data, ctx.now)) {
    // An earlier version of the portal let the table's own expiry take it, which knows nothing of mails.
    await stop(ctx, tipId, "no-contact")
    return undefined
  }
  try {
    const to = await decryptContact(tipId, contact.data.sealed)
    const outcome = await sendMail({ to, ...newsMail(setting("SITE_URL"), news) })
    if (outcome === "refused") await stop(ctx, tipId, "refused")
    else await changeNews(tipId, (latest) => mailed(latest, ctx.now))
    return outcome
  } catch (error) {
    log.warn({ tipId, error: String(error) }, "news not mailed")
    await changeNews(tipId, (latest) => postponed(latest, ctx.now))
    return "failed"
  }
}

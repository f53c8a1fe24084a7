import { z } from "zod"
import { setting } from "@/lib/kernel/config"
import type { Context } from "@/lib/kernel/context"
import type { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { type Ended, type Lane, type Sent, sendDue } from "@/lib/outbox"
import { decryptContact, isOverdue } from "@/lib/reporter/contact/contact"
import { ContactEntity } from "@/lib/reporter/contact/contact.entity"
import { sendMail } from "@/lib/store/mail"
import {
  changeNews,
  type DueNews,
  findNews,
  isDue,
  mailed,
  mailKey,
  newsChange,
  parked,
  triedNews,
} from "./news"
import { NewsEntity, newsShards } from "./news.entity"
import { newsMail } from "./news-mail"
import { stop } from "./switch"

/** Sends the mails that are due, through the outbox. */
export const sendNews = verb(
  { name: "tip.sendNews", by: ["system"], input: z.object({}) },
  (ctx): Promise<Sent> =>
    sendDue(
      ctx,
      Array.from({ length: newsShards }, (_, shard) => laneOf(ctx, shard)),
    ),
)

/** Nothing of these tries stays longer: who reads mail is nobody's business. */
const attemptDaysKept = 30

/** A mail that is due, and the encrypted contact that it goes to. */
type Mail = DueNews & { readonly sealed: string }

const laneOf = (ctx: Context, shard: number): Lane<TipId, Mail> => ({
  due: async (limit) => {
    const { data } = await NewsEntity.query.due({ shard }).lte({ dueAt: ctx.now }).go({ limit })
    return data.map(({ row }) => row.tipId)
  },
  find: (tipId) => findDue(ctx, tipId),
  move: ({ sealed, ...news }, to) => {
    const { moved, write } = newsChange(news, { ...news, ...to })
    return { moved: { ...triedNews(moved), sealed }, write }
  },
  send: async ({ tipId, sealed, ...news }) =>
    sendMail({ to: await decryptContact(tipId, sealed), ...newsMail(setting("SITE_URL"), news) }),
  at: ({ tipId }) => mailKey(tipId),
  daysKept: attemptDaysKept,
  end: (mail, how) => end(ctx, mail, how),
})

const findDue = async (ctx: Context, tipId: TipId): Promise<Mail | undefined> => {
  const [news, contact] = await Promise.all([
    findNews(tipId),
    ContactEntity.get({ tipId }).go({ consistent: true }),
  ])
  if (!news || !isDue(news, ctx.now)) return undefined
  if (contact.data && !isOverdue(contact.data, ctx.now))
    return { ...triedNews(news), sealed: contact.data.sealed }
  // An earlier version of the portal let the table's own expiry take it, which knows nothing of mails.
  await stop(ctx, tipId, "no-contact")
  return undefined
}

const end = async (ctx: Context, { tipId }: Mail, { state, isFinal, kept }: Ended): Promise<void> => {
  if (isFinal) return stop(ctx, tipId, "refused", [kept])
  return changeNews(tipId, (latest) => (state === "done" ? mailed : parked)(latest, ctx.now), [kept])
}

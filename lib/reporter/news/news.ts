import { setting } from "@/lib/kernel/config"
import { randomText, type TipId } from "@/lib/kernel/id"
import { retry } from "@/lib/kernel/retry"
import type { MessageKey, Tried } from "@/lib/outbox"
import { ConditionFailed, put, transact, type Write } from "@/lib/store/transact"
import type { Tip } from "@/lib/tip"
import { NewsEntity, newsShards, parkedShard } from "./news.entity"

/** Of a reporter who wants a mail when there is news. */
export type News = {
  readonly tipId: TipId
  readonly locale: Tip["locale"]
  readonly stopKey: string
  readonly newsAt?: string
  /** Empty while nothing is to be sent; when it was given up where it was. */
  readonly dueAt: string
  /** Whether the mail that is due was given up. */
  readonly isParked?: boolean
  readonly mailedAt?: string
  /** From when the three days of the mail that is due count, and its tries since then. */
  readonly since?: string
  readonly tries?: number
  /** Of all mails. */
  readonly attempts?: number
  readonly version: number
}

/** A mail that is due, or was given up. */
export type DueNews = News & Tried

export const isDue = ({ dueAt, isParked }: News, now: string) => dueAt !== "" && !isParked && dueAt <= now

/** What an earlier version of the portal made due has no tries yet. */
export const triedNews = (news: News): DueNews => ({
  ...news,
  since: news.since ?? news.newsAt ?? news.dueAt,
  tries: news.tries ?? 0,
  attempts: news.attempts ?? 0,
})

/** Whether this portal can send mail at all. */
export const offersNews = () => setting("MAIL") !== "none"

/** A mail that was not followed is not followed by another for so long. */
const quietMs = 72 * 3_600_000
const isQuiet = ({ mailedAt }: News, now: string) =>
  mailedAt !== undefined && Date.parse(mailedAt) + quietMs > Date.parse(now)

/** A mail that is to go out from now on. */
export const dueNow = ({ isParked: _, ...news }: News, now: string): News => ({
  ...news,
  dueAt: now,
  since: now,
  tries: 0,
})

const notDue = ({ isParked: _parked, since: _since, tries: _tries, ...news }: News): News => ({
  ...news,
  dueAt: "",
})

/** What news at `at` asks for: a mail that was given up is tried anew. @returns undefined where it was noted before */
export const noted = (news: News, at: string, now: string): News | undefined => {
  if (news.newsAt !== undefined && at <= news.newsAt) return undefined
  const isOnItsWay = news.dueAt !== "" && !news.isParked
  return { ...(isOnItsWay || isQuiet(news, now) ? news : dueNow(news, now)), newsAt: at }
}

/** The reporter has looked: nothing is due, and the next news is worth a mail again. */
export const seen = ({ mailedAt, ...news }: News): News | undefined =>
  news.dueAt || mailedAt ? notDue(news) : undefined

/** @returns undefined where the reporter has looked meanwhile */
export const mailed = (news: News, now: string): News | undefined =>
  news.dueAt ? { ...notDue(news), mailedAt: now } : undefined

/** @returns undefined where the reporter has looked meanwhile */
export const parked = (news: News, now: string): News | undefined =>
  news.dueAt ? { ...news, dueAt: now, isParked: true } : undefined

export const newNews = (tipId: TipId, locale: Tip["locale"]): News => ({
  tipId,
  locale,
  stopKey: randomText(32),
  dueAt: "",
  version: 1,
})

const record = (news: News) => ({
  ...news,
  shard: news.isParked ? parkedShard : news.tipId.charCodeAt(news.tipId.length - 1) % newsShards,
  row: { tipId: news.tipId },
})

export const putNews = (news: News) => put(NewsEntity.create(record(news)))

export const findNews = async (tipId: TipId): Promise<News | undefined> => {
  const { data } = await NewsEntity.get({ tipId }).go({ consistent: true })
  return data ?? undefined
}

/** Where the tries of a tip's mails lie. */
export const mailKey = (tipId: TipId): MessageKey => ({ partition: `news#${tipId}`, messageId: "news" })

/** One change of what is known of the mails; it fails where somebody else has changed it since it was read. */
export const newsChange = (before: News, after: News): { readonly moved: News; readonly write: Write } => {
  const moved = { ...after, version: before.version + 1 }
  return {
    moved,
    write: put(NewsEntity.put(record(moved)).where(({ version }, { eq }) => eq(version, before.version))),
  }
}

/**
 * Changes what is known of the mails, which is no event in the tip's life: the staff does not learn who reads mail.
 * `decide` may be asked again.
 * @param also what is written with it
 */
export const changeNews = (
  tipId: TipId,
  decide: (news: News) => News | undefined,
  also: readonly Write[] = [],
): Promise<void> =>
  retry(
    async () => {
      const news = await findNews(tipId)
      const changed = news && decide(news)
      if (changed) await transact([newsChange(news, changed).write, ...also])
      else if (also.length > 0) await transact(also)
    },
    (error) => error instanceof ConditionFailed,
  )

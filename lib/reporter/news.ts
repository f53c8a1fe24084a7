import { setting } from "@/lib/kernel/config"
import { randomText, type TipId } from "@/lib/kernel/id"
import { retry } from "@/lib/kernel/retry"
import { ConditionFailed, put, transact } from "@/lib/store/transact"
import type { Tip } from "@/lib/tip"
import { NewsEntity, newsShards } from "./news.entity"

/** Of a reporter who wants a mail when there is news. */
export type News = {
  readonly tipId: TipId
  readonly locale: Tip["locale"]
  readonly stopKey: string
  readonly newsAt?: string
  /** Empty while nothing is to be sent. */
  readonly dueAt: string
  readonly mailedAt?: string
  readonly version: number
}

/** Whether this portal can send mail at all. */
export const offersNews = () => setting("MAIL") !== "none"

const hours = (count: number) => count * 3_600_000
const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString()

/** A mail that was not followed is not followed by another for so long. */
const quietMs = hours(72)
const retryMs = hours(0.25)
/** News is not mailed any more when it is so old. */
const staleMs = hours(72)

/** What news at `at` asks for. @returns undefined where it was noted before */
export const noted = (news: News, at: string, now: string): News | undefined => {
  if (news.newsAt !== undefined && at <= news.newsAt) return undefined
  const isQuiet = news.mailedAt !== undefined && later(news.mailedAt, quietMs) > now
  return { ...news, newsAt: at, dueAt: news.dueAt || (isQuiet ? "" : now) }
}

/** The reporter has looked: nothing is due, and the next news is worth a mail again. */
export const seen = ({ mailedAt, ...news }: News): News | undefined =>
  news.dueAt || mailedAt ? { ...news, dueAt: "" } : undefined

export const mailed = (news: News, now: string): News => ({ ...news, dueAt: "", mailedAt: now })

export const postponed = (news: News, now: string): News => ({
  ...news,
  dueAt: later(news.newsAt ?? now, staleMs) > now ? later(now, retryMs) : "",
})

export const newNews = (tipId: TipId, locale: Tip["locale"]): News => ({
  tipId,
  locale,
  stopKey: randomText(32),
  dueAt: "",
  version: 1,
})

const record = (news: News) => ({
  ...news,
  shard: news.tipId.charCodeAt(news.tipId.length - 1) % newsShards,
  row: { tipId: news.tipId },
})

export const putNews = (news: News) => put(NewsEntity.create(record(news)))

export const findNews = async (tipId: TipId): Promise<News | undefined> => {
  const { data } = await NewsEntity.get({ tipId }).go({ consistent: true })
  return data ?? undefined
}

/**
 * Changes what is known of the mails, which is no event in the tip's life: the staff does not learn who reads mail.
 * `decide` may be asked again.
 */
export const changeNews = (tipId: TipId, decide: (news: News) => News | undefined): Promise<void> =>
  retry(
    async () => {
      const news = await findNews(tipId)
      const changed = news && decide(news)
      if (!changed) return
      const next = record({ ...changed, version: news.version + 1 })
      await transact([put(NewsEntity.put(next).where(({ version }, { eq }) => eq(version, news.version)))])
    },
    (error) => error instanceof ConditionFailed,
  )

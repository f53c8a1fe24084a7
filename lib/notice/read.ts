import { z } from "zod"
import { type AuditEvent, eventsOf } from "@/lib/audit"
import { DomainError } from "@/lib/kernel/errors"
import { AskedSlug } from "@/lib/kernel/id"
import { plainText } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { fileOf, getNoticeRecord } from "./change"
import type {
  Confirmed,
  Correction,
  FrozenFigure,
  KeptFigure,
  Notice,
  NoticeRow,
  NoticeText,
  PublishedNotice,
  PublishedRow,
} from "./notice"
import { LatestEntity, NoticeEntity, VersionEntity } from "./notice.entity"

export type NoticeFile = {
  readonly notice: Notice
  readonly versions: readonly {
    readonly number: number
    readonly publishedAt: string
    readonly correction?: Correction
    readonly confirmed: readonly Confirmed[]
  }[]
  /** The text of the last published version. */
  readonly published?: NoticeText
  readonly events: readonly AuditEvent[]
}

const readers = ["publisher", "auditor", "administrator"] as const

/** Every notice at work, last edited first. */
export const listNotices = verb(
  { name: "notice.list", by: readers, input: z.object({}) },
  async (): Promise<NoticeRow[]> => {
    const { data } = await NoticeEntity.query.all({}).go({ pages: "all", order: "desc" })
    return data.map(({ row }) => row)
  },
)

/** A notice at work, with its versions, newest first, and its history. @throws {DomainError} not-found */
export const getNotice = verb(
  { name: "notice.get", by: readers, input: z.object({ slug: AskedSlug }) },
  async (_ctx, { slug }): Promise<NoticeFile> => {
    const [notice, versions, events] = await Promise.all([
      getNoticeRecord(slug),
      VersionEntity.query.version({ slug }).go({ pages: "all", order: "desc", consistent: true }),
      eventsOf(fileOf(slug)),
    ])
    return {
      notice,
      versions: versions.data.map(({ number, publishedAt, correction, confirmed = [] }) => ({
        number,
        publishedAt,
        correction,
        confirmed,
      })),
      published: versions.data[0],
      events,
    }
  },
)

/** What is published, newest first. */
export const listPublished = verb(
  { name: "notice.listPublished", by: ["visitor"], input: z.object({}) },
  async (): Promise<PublishedRow[]> => {
    const { data } = await LatestEntity.query.published({}).go({ pages: "all", order: "desc" })
    return data.map(({ row }) => ({ ...row, title: cleaned(row.title) }))
  },
)

/** The latest version. @throws {DomainError} not-found */
export const getPublished = verb(
  { name: "notice.getPublished", by: ["visitor"], input: z.object({ slug: AskedSlug }) },
  async (_ctx, { slug }): Promise<PublishedNotice> => {
    const { data } = await LatestEntity.get({ slug }).go({ consistent: true })
    return versionOf(slug, data?.number ?? 0, data?.number)
  },
)

/** One version, at its own address for good. @throws {DomainError} not-found */
export const getPublishedVersion = verb(
  {
    name: "notice.getPublishedVersion",
    by: ["visitor"],
    input: z.object({ slug: AskedSlug, number: z.int().positive() }),
  },
  async (_ctx, { slug, number }): Promise<PublishedNotice> => {
    const { data } = await LatestEntity.get({ slug }).go({ consistent: true })
    return versionOf(slug, number, data?.number)
  },
)

const versionOf = async (
  slug: string,
  number: number,
  latest: number | undefined,
): Promise<PublishedNotice> => {
  if (!latest) throw new DomainError("not-found", { reason: "notice" })
  const [{ data }, first] = await Promise.all([
    VersionEntity.get({ slug, number }).go({ consistent: true }),
    number === 1 ? undefined : VersionEntity.get({ slug, number: 1 }).go({ consistent: true }),
  ])
  if (!data) throw new DomainError("not-found", { reason: "notice" })
  const { confirmed: _, title, body, ...version } = data
  return {
    ...version,
    title: cleaned(title),
    body: cleaned(body),
    figures: data.figures.map(toFrozen),
    firstPublishedAt: first?.data?.publishedAt ?? data.publishedAt,
    superseded: number < latest,
    latest,
  }
}

/** Texts from before incoming text was cleaned (docs/decisions/0056) may hold control characters. */
const cleaned = ({ zh, en }: NoticeText["title"]) => ({ zh: plainText(zh), en: plainText(en) })

/** The text of the last published version of a notice. */
export const latestVersion = async (slug: string): Promise<NoticeText | undefined> => {
  const { data } = await LatestEntity.get({ slug }).go({ consistent: true })
  if (!data) return undefined
  const version = await VersionEntity.get({ slug, number: data.number }).go({ consistent: true })
  return version.data ?? undefined
}

const toFrozen = ({ rounded, ...figure }: KeptFigure): FrozenFigure => ({
  ...figure,
  precision: figure.precision ?? (rounded ? "rounded" : "exact"),
})

import { z } from "zod"
import { type AuditEvent, eventsOf } from "@/lib/audit"
import { DomainError } from "@/lib/kernel/errors"
import { AskedSlug } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { fileOf, getNoticeRecord } from "./change"
import type { FrozenFigure, KeptFigure, Notice, NoticeRow, PublishedNotice, PublishedRow } from "./notice"
import { LatestEntity, NoticeEntity, VersionEntity } from "./notice.entity"

export type NoticeFile = {
  readonly notice: Notice
  readonly versions: readonly { readonly number: number; readonly publishedAt: string }[]
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
      versions: versions.data.map(({ number, publishedAt }) => ({ number, publishedAt })),
      events,
    }
  },
)

/** What is published, newest first. */
export const listPublished = verb(
  { name: "notice.listPublished", by: ["visitor"], input: z.object({}) },
  async (): Promise<PublishedRow[]> => {
    const { data } = await LatestEntity.query.published({}).go({ pages: "all", order: "desc" })
    return data.map(({ row }) => row)
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
  const { data } = latest
    ? await VersionEntity.get({ slug, number }).go({ consistent: true })
    : { data: null }
  if (!data || !latest) throw new DomainError("not-found", { reason: "notice" })
  return { ...data, figures: data.figures.map(toFrozen), superseded: number < latest, latest }
}

const toFrozen = ({ rounded, ...figure }: KeptFigure): FrozenFigure => ({
  ...figure,
  precision: figure.precision ?? (rounded ? "rounded" : "exact"),
})

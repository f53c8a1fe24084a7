import type { z } from "zod"
import { commit, type Head, initialHead, type NewEvent, nextOf, seenAs } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { AskedSlug } from "@/lib/kernel/id"
import { put, type Write } from "@/lib/store/transact"
import { type Notice, type NoticeAct, type NoticeRow, noticeAfter } from "./notice"
import { NoticeEntity } from "./notice.entity"

export const fileOf = (slug: string) => `notice#${slug}`

const rowOf = ({ slug, title, status, editedAt, published, demo }: Notice): NoticeRow => ({
  slug,
  title,
  status,
  editedAt,
  published,
  demo,
})

/** Writes a new notice. @throws {DomainError} conflict, when the slug is taken */
export const createRecord = (ctx: Context, notice: Notice, event: NewEvent, also: readonly Write[] = []) =>
  commit(ctx, {
    file: fileOf(notice.slug),
    subject: fileOf(notice.slug),
    from: initialHead,
    event,
    record: (next) => put(NoticeEntity.create({ ...notice, ...next, row: rowOf(notice) })),
    also,
  })

/** Puts `after` in the place of the notice that stood at `before`. @throws {DomainError} conflict with the last change */
export const changeRecord = (
  ctx: Context,
  before: Head,
  after: Notice,
  event: NewEvent,
  also: readonly Write[] = [],
) =>
  commit(ctx, {
    file: fileOf(after.slug),
    subject: fileOf(after.slug),
    from: before,
    event,
    record: (next) =>
      put(
        NoticeEntity.put({ ...after, ...next, row: rowOf(after) }).where(({ version }, { eq }) =>
          eq(version, before.version),
        ),
      ),
    also,
  })

/** @throws {DomainError} not-found */
export const getNoticeRecord = async (slug: string): Promise<Notice> => {
  const { data } = await NoticeEntity.get({ slug }).go({ consistent: true })
  if (!data) throw new DomainError("not-found", { reason: "notice" })
  return data
}

/** A notice as a person saw it. */
export const Seen = seenAs({ slug: AskedSlug })

/**
 * A notice on which somebody means to act, and the status that the act leads to.
 * @throws {DomainError} not-found; conflict with the last change; conflict `notice-status`
 */
export const getSeenNotice = async ({ slug, version: seen }: z.infer<typeof Seen>, act: NoticeAct) => {
  const notice = await getNoticeRecord(slug)
  const { version, status } = notice
  return {
    notice,
    status: await nextOf({ file: fileOf(slug), version, seen }, noticeAfter(status, act), "notice-status"),
  }
}

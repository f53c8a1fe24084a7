import { type Change, commit, movedOn } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { put, update, type Write } from "@/lib/store/transact"
import { type Notice, type NoticeAct, type NoticeRow, noticeAfter } from "./notice"
import { NoticeEntity } from "./notice.entity"

export const fileOf = (slug: string) => `notice#${slug}`

const rowOf = ({ slug, title, status, editedAt, published }: Notice): NoticeRow => ({
  slug,
  title,
  status,
  editedAt,
  published,
})

/** Writes a new notice. @throws {DomainError} conflict, when the slug is taken */
export const createRecord = (
  ctx: Context,
  notice: Notice,
  deed: Change["deed"],
  also: readonly Write[] = [],
) =>
  commit(ctx, {
    file: fileOf(notice.slug),
    subject: fileOf(notice.slug),
    from: { version: 0, head: "" },
    deed,
    record: (next) => put(NoticeEntity.create({ ...notice, ...next, row: rowOf(notice) })),
    also,
  })

type Patch = Partial<
  Pick<Notice, "status" | "title" | "body" | "editedBy" | "editedAt" | "submittedBy" | "published">
>

export const changeRecord = (
  ctx: Context,
  before: Notice,
  patch: Patch,
  deed: Change["deed"],
  also: readonly Write[] = [],
) =>
  commit(ctx, {
    file: fileOf(before.slug),
    subject: fileOf(before.slug),
    from: before,
    deed,
    record: (next) =>
      update(
        NoticeEntity.patch({ slug: before.slug })
          .set({ ...patch, ...next, row: rowOf({ ...before, ...patch }) })
          .composite(patch.editedAt ? {} : { editedAt: before.editedAt })
          .where(({ version }, { eq }) => eq(version, before.version)),
      ),
    also,
  })

/** @throws {DomainError} not-found */
export const getNoticeRecord = async (slug: string): Promise<Notice> => {
  const { data } = await NoticeEntity.get({ slug }).go({ consistent: true })
  if (!data) throw new DomainError("not-found", { reason: "notice" })
  return data
}

/**
 * Reads a notice on which somebody means to act, having seen `version`.
 * @throws {DomainError} not-found; conflict with the rival; conflict `notice-status`
 */
export const actOn = async (slug: string, version: number, act: NoticeAct) => {
  const notice = await getNoticeRecord(slug)
  if (notice.version !== version) throw await movedOn(fileOf(slug), fileOf(slug))
  const status = noticeAfter(notice.status, act)
  if (!status) throw new DomainError("conflict", { reason: "notice-status" })
  return { notice, status }
}

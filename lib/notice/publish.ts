import { z } from "zod"
import type { NewEvent } from "@/lib/audit"
import { type Context, requireSecondPerson } from "@/lib/kernel/context"
import { isDomainError } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { put, type Write } from "@/lib/store/transact"
import { changeRecord, createRecord, getSeenNotice, Seen } from "./change"
import { resolveFigures } from "./figures"
import { contentHashOf, type FrozenFigure, type Notice, NoticeText, type PublishedRow, Slug } from "./notice"
import { LatestEntity, VersionEntity } from "./notice.entity"

/**
 * The second publisher's yes: the text becomes a version that stays, its figures frozen as they stand now.
 * @throws {DomainError} forbidden `second-person`; conflict; invalid `figure-unknown`
 */
export const approveNotice = verb(
  { name: "notice.approve", by: ["publisher"], input: Seen },
  async (ctx, seen): Promise<{ number: number }> => {
    const { notice, status } = await getSeenNotice(seen, "publish")
    requireSecondPerson(ctx, notice.editedBy, notice.submittedBy)
    const figures = await resolveFigures(ctx, notice)
    const number = notice.published + 1
    await changeRecord(
      ctx,
      notice,
      { ...notice, status, published: number },
      { type: "notice.published", data: { number, figures, contentHash: contentHashOf(notice) } },
      versionWrites(notice, number, figures, ctx.now),
    )
    return { number }
  },
)

/**
 * Takes in a notice of a past campaign, as published on its day. Done again, it changes nothing.
 * @throws {DomainError} invalid `figure-unknown`
 */
export const importNotice = verb(
  {
    name: "notice.import",
    by: ["system"],
    input: NoticeText.extend({ slug: Slug, campaign: z.string(), publishedAt: z.iso.datetime() }),
  },
  async (ctx, { publishedAt, ...text }): Promise<void> => {
    const figures = await resolveFigures(ctx, text)
    const notice: Notice = {
      ...text,
      status: "published",
      editedBy: { id: "import", name: "import" },
      editedAt: publishedAt,
      published: 1,
      version: 1,
      head: "",
    }
    await onceOnly(ctx, notice, figures, publishedAt)
  },
)

const onceOnly = async (ctx: Context, notice: Notice, figures: FrozenFigure[], publishedAt: string) => {
  const event: NewEvent = {
    type: "notice.published",
    data: { number: 1, figures, imported: true, contentHash: contentHashOf(notice) },
  }
  try {
    await createRecord(ctx, notice, event, versionWrites(notice, 1, figures, publishedAt))
  } catch (error) {
    if (!isDomainError(error) || error.code !== "conflict") throw error
  }
}

const versionWrites = (
  { slug, title, body, campaign }: Notice,
  number: number,
  figures: FrozenFigure[],
  publishedAt: string,
): Write[] => {
  const row: PublishedRow = { slug, number, title, publishedAt, campaign }
  return [
    put(VersionEntity.create({ ...row, body, figures })),
    put(LatestEntity.put({ slug, number, publishedAt, row })),
  ]
}

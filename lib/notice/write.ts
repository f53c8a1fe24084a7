import { z } from "zod"
import { personOf } from "@/lib/kernel/context"
import { DomainError, invalid, isDomainError } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { actOn, changeRecord, createRecord } from "./change"
import { resolveFigures } from "./figures"
import { type Notice, NoticeText, Slug } from "./notice"

const Seen = z.object({ slug: z.string(), version: z.int() })

/**
 * Begins a notice.
 * @throws {DomainError} invalid `slug-taken`, `figure-unknown`
 */
export const createNotice = verb(
  {
    name: "notice.create",
    by: ["publisher"],
    input: NoticeText.extend({ slug: Slug, campaign: z.string().optional() }),
  },
  async (ctx, { slug, campaign, ...text }): Promise<Notice> => {
    const { id, name } = personOf(ctx)
    await resolveFigures(ctx, text)
    const notice: Notice = {
      ...text,
      slug,
      ...(campaign ? { campaign } : {}),
      status: "draft",
      editedBy: { id, name },
      editedAt: ctx.now,
      published: 0,
      version: 1,
      head: "",
    }
    try {
      const [event] = await createRecord(ctx, notice, { type: "notice.created" })
      return { ...notice, head: event?.hash ?? "" }
    } catch (error) {
      if (isDomainError(error) && error.code === "conflict") throw invalid(["slug"], "slug-taken")
      throw error
    }
  },
)

/**
 * Changes a draft; of a published notice, begins the next version.
 * @throws {DomainError} conflict `notice-status` while it is in review; conflict with the rival
 */
export const editNotice = verb(
  { name: "notice.edit", by: ["publisher"], input: NoticeText.extend(Seen.shape) },
  async (ctx, { slug, version, ...text }): Promise<void> => {
    const { id, name } = personOf(ctx)
    const { notice, status } = await actOn(slug, version, "edit")
    await resolveFigures(ctx, text)
    const patch = { ...text, status, editedBy: { id, name }, editedAt: ctx.now }
    await changeRecord(ctx, notice, patch, { type: "notice.edited" })
  },
)

/** Hands a draft to a second publisher. */
export const submitNotice = verb(
  { name: "notice.submit", by: ["publisher"], input: Seen },
  async (ctx, { slug, version }): Promise<void> => {
    const { id, name } = personOf(ctx)
    const { notice, status } = await actOn(slug, version, "submit")
    await resolveFigures(ctx, notice)
    await changeRecord(ctx, notice, { status, submittedBy: { id, name } }, { type: "notice.submitted" })
  },
)

/** Gives a notice in review back, with what is to be changed. */
export const returnNotice = verb(
  {
    name: "notice.return",
    by: ["publisher"],
    input: Seen.extend({ reason: z.string().trim().min(5).max(2_000) }),
  },
  async (ctx, { slug, version, reason }): Promise<void> => {
    const { notice, status } = await actOn(slug, version, "return")
    await changeRecord(ctx, notice, { status }, { type: "notice.returned", data: { reason } })
  },
)

/** @throws {DomainError} forbidden `second-person` for who wrote or submitted it */
export const requireSecondPerson = (personId: string, { editedBy, submittedBy }: Notice) => {
  if (personId === editedBy.id || personId === submittedBy?.id)
    throw new DomainError("forbidden", { reason: "second-person" })
}

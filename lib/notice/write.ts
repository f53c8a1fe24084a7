import { z } from "zod"
import { findCampaign } from "@/lib/campaign"
import { type PersonRef, signature } from "@/lib/kernel/actor"
import { type Context, personRefOf } from "@/lib/kernel/context"
import { DomainError, invalid, isDomainError } from "@/lib/kernel/errors"
import { AskedSlug } from "@/lib/kernel/id"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { changeRecord, createRecord, getSeenNotice, Seen } from "./change"
import { resolveFigures } from "./figures"
import { Correction, contentHashOf, type Notice, NoticeText, Slug } from "./notice"

/**
 * Begins a notice.
 * @throws {DomainError} invalid `slug-taken`, `campaign-unknown`, `figure-unknown`
 */
export const createNotice = verb(
  {
    name: "notice.create",
    by: ["publisher", "system"],
    input: NoticeText.extend({
      slug: Slug,
      campaign: AskedSlug.optional(),
      demo: z.boolean().optional(),
    }),
  },
  async (ctx, { slug, campaign, demo, ...text }): Promise<Notice> => {
    if (campaign && !(await findCampaign(campaign))) throw invalid(["campaign"], "campaign-unknown")
    await resolveFigures(ctx, text)
    const notice: Notice = {
      ...text,
      slug,
      campaign,
      status: "draft",
      editedBy: authorOf(ctx),
      editedAt: ctx.now,
      published: 0,
      demo,
      version: 1,
      head: "",
    }
    try {
      const [event] = await createRecord(ctx, notice, {
        type: "notice.created",
        data: { contentHash: contentHashOf(text) },
      })
      return { ...notice, head: event?.hash ?? "" }
    } catch (error) {
      if (isDomainError(error) && error.code === "conflict") throw invalid(["slug"], "slug-taken")
      throw error
    }
  },
)

/**
 * Changes a draft; of a published notice, begins the next version.
 * @throws {DomainError} conflict `notice-status` while it is in review; conflict with the last change
 */
export const editNotice = verb(
  { name: "notice.edit", by: ["publisher"], input: NoticeText.extend(Seen.shape) },
  async (ctx, { slug, version, ...text }): Promise<void> => {
    const { notice, status } = await getSeenNotice({ slug, version }, "edit")
    await resolveFigures(ctx, text)
    const edited = { ...notice, ...text, status, editedBy: authorOf(ctx), editedAt: ctx.now }
    await changeRecord(ctx, notice, edited, {
      type: "notice.edited",
      data: { contentHash: contentHashOf(text) },
    })
  },
)

/**
 * Hands a draft to a second publisher.
 * @param correction why a published notice is changed, for the public; a first version has none
 * @throws {DomainError} invalid `required`, where a published notice is changed without it
 */
export const submitNotice = verb(
  { name: "notice.submit", by: ["publisher"], input: Seen.extend({ correction: Correction.optional() }) },
  async (ctx, { slug, version, correction }): Promise<void> => {
    const { notice, status } = await getSeenNotice({ slug, version }, "submit")
    if (notice.published > 0 && !correction)
      throw new DomainError("invalid", {
        issues: (["zh", "en"] as const).map((language) => ({
          path: ["correction", language],
          rule: "required",
        })),
      })
    await resolveFigures(ctx, notice)
    const { returned: _, correction: __, ...rest } = notice
    const submitted = { ...rest, status, submittedBy: authorOf(ctx) }
    const isCorrected = notice.published > 0
    await changeRecord(ctx, notice, isCorrected ? { ...submitted, correction } : submitted, {
      type: "notice.submitted",
      data: { contentHash: contentHashOf(notice), correction: isCorrected ? correction : undefined },
    })
  },
)

/** Gives a notice in review back, with what is to be changed. */
export const returnNotice = verb(
  {
    name: "notice.return",
    by: ["publisher"],
    input: Seen.extend({ reason: Written({ min: 5, max: 2_000 }) }),
  },
  async (ctx, { slug, version, reason }): Promise<void> => {
    const { notice, status } = await getSeenNotice({ slug, version }, "return")
    const returned = { ...notice, status, returned: { reason, by: authorOf(ctx) } }
    await changeRecord(ctx, notice, returned, { type: "notice.returned", data: { reason } })
  },
)

const authorOf = (ctx: Context): PersonRef => {
  if (ctx.actor.kind !== "system") return personRefOf(ctx)
  const { id, name } = signature(ctx.actor)
  return { id, name }
}

"use server"
import { redirect } from "next/navigation"
import type { Locale } from "@/app/_words"
import { formAction, resultAction } from "@/app/admin/_gate/form-action"
import { noticeTextOf, seenNotice } from "@/app/admin/_ui/read"
import type { Context } from "@/lib/kernel/context"
import {
  approveNotice,
  createNotice,
  editNotice,
  getNotice,
  type NoticeText,
  previewNotice,
  returnNotice,
  submitNotice,
} from "@/lib/notice"
import { NoticePreview } from "./_parts/notice-preview"

const preview = async (ctx: Context, locale: Locale, text: NoticeText, slug?: string) => ({
  view: <NoticePreview locale={locale} text={text} {...(await previewNotice(ctx, { ...text, slug }))} />,
})

export const create = resultAction(async (ctx, fields, locale) => {
  const text = noticeTextOf(fields)
  if (fields.text("intent") === "preview") return preview(ctx, locale, text)
  const campaign = fields.optional("campaign")
  const { slug } = await createNotice(ctx, {
    ...text,
    slug: fields.text("slug"),
    campaign,
  })
  redirect(`/admin/notices/${slug}`)
})

export const edit = resultAction(
  async (ctx, fields, locale) => {
    const text = noticeTextOf(fields)
    const seen = seenNotice(fields)
    if (fields.text("intent") === "preview") return preview(ctx, locale, text, seen.slug)
    await editNotice(ctx, { ...seen, ...text })
    return undefined
  },
  async (ctx, fields) => {
    const { notice } = await getNotice(ctx, { slug: fields.text("slug") })
    const { title, body, version } = notice
    return {
      version,
      values: { "title.zh": title.zh, "title.en": title.en, "body.zh": body.zh, "body.en": body.en },
    }
  },
)

export const submit = formAction(async (ctx, fields) => {
  const correction = fields.bilingual("correction")
  const isGiven = correction.zh !== "" || correction.en !== ""
  await submitNotice(ctx, { ...seenNotice(fields), correction: isGiven ? correction : undefined })
})

export const approve = formAction(async (ctx, fields) => {
  const shared = fields.text("shared-reason")
  const confirmations = fields
    .under("confirmed.")
    .map(([finding, reason]) => ({
      finding,
      reason: reason || (fields.text(`shared.${finding}`) ? shared : ""),
    }))
    .filter(({ reason }) => reason !== "")
  await approveNotice(ctx, { ...seenNotice(fields), confirmations })
})

export const giveBack = formAction(async (ctx, fields) => {
  await returnNotice(ctx, { ...seenNotice(fields), reason: fields.text("reason") })
})

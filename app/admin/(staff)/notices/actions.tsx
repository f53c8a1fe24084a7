"use server"
import { redirect } from "next/navigation"
import { formAction, resultAction } from "@/app/admin/_gate/form-action"
import { noticeTextOf, seenNotice } from "@/app/admin/_ui/read"
import {
  approveNotice,
  createNotice,
  editNotice,
  previewNotice,
  returnNotice,
  submitNotice,
} from "@/lib/notice"
import { NoticePreview } from "./_parts/notice-preview"

export const create = resultAction(async (ctx, fields, locale) => {
  const text = noticeTextOf(fields)
  if (fields.text("intent") === "preview")
    return { view: <NoticePreview locale={locale} text={text} figures={await previewNotice(ctx, text)} /> }
  const campaign = fields.optional("campaign")
  const { slug } = await createNotice(ctx, {
    ...text,
    slug: fields.text("slug"),
    campaign,
  })
  redirect(`/admin/notices/${slug}`)
})

export const edit = resultAction(async (ctx, fields, locale) => {
  const text = noticeTextOf(fields)
  if (fields.text("intent") === "preview")
    return { view: <NoticePreview locale={locale} text={text} figures={await previewNotice(ctx, text)} /> }
  await editNotice(ctx, { ...seenNotice(fields), ...text })
  return undefined
})

export const submit = formAction(async (ctx, fields) => {
  await submitNotice(ctx, seenNotice(fields))
})

export const approve = formAction(async (ctx, fields) => {
  await approveNotice(ctx, seenNotice(fields))
})

export const giveBack = formAction(async (ctx, fields) => {
  await returnNotice(ctx, { ...seenNotice(fields), reason: fields.text("reason") })
})

"use server"
import { redirect } from "next/navigation"
import { wordsFor } from "@/app/_words"
import { formAction, resultAction } from "@/app/admin/_gate/form-action"
import { declineReasonOf } from "@/app/admin/_ui/read"
import { markDuplicate } from "@/lib/case"
import { approveOriginal, askForOriginal, openOriginal } from "@/lib/evidence"
import { revealContact } from "@/lib/reporter"
import { acceptTip, askReporter, claimTip, declineTip, releaseTip, reopenTip } from "@/lib/tip"

export const claim = formAction(async (ctx, { text }) => {
  const { tipId } = await claimTip(ctx, { tipId: text("tipId") })
  redirect(`/admin/tips/${tipId}`)
})

export const release = formAction(async (ctx, { text, number }) => {
  await releaseTip(ctx, { tipId: text("tipId"), version: number("version") })
})

export const accept = formAction(async (ctx, { text, number, optional }) => {
  const note = optional("note")
  await acceptTip(ctx, {
    tipId: text("tipId"),
    version: number("version"),
    campaign: text("campaign"),
    note,
  })
})

export const decline = formAction(async (ctx, { text, number, optional }) => {
  const note = optional("note")
  await declineTip(ctx, {
    tipId: text("tipId"),
    version: number("version"),
    reason: declineReasonOf(text("reason")),
    note,
  })
})

export const ask = formAction(async (ctx, { text, number }) => {
  await askReporter(ctx, {
    tipId: text("tipId"),
    version: number("version"),
    question: text("question"),
  })
})

export const duplicate = formAction(async (ctx, { text, number }) => {
  await markDuplicate(ctx, { tipId: text("tipId"), version: number("version"), of: text("of") })
})

export const reopen = formAction(async (ctx, { text, number }) => {
  await reopenTip(ctx, { tipId: text("tipId"), version: number("version"), reason: text("reason") })
})

export const reveal = resultAction(async (ctx, { text }, locale) => {
  const contact = await revealContact(ctx, { tipId: text("tipId"), reason: text("reason") })
  return { text: contact ?? wordsFor(locale, "consoleTip")("contactErased") }
})

export const original = resultAction(async (ctx, { text }, locale) => {
  const ids = { tipId: text("tipId"), evidenceId: text("evidenceId") }
  const { url } = await openOriginal(ctx, { ...ids, reason: text("reason") })
  return { link: { href: url, label: wordsFor(locale, "consoleTip")("download") } }
})

export const askOriginal = formAction(async (ctx, { text }) => {
  const ids = { tipId: text("tipId"), evidenceId: text("evidenceId") }
  await askForOriginal(ctx, { ...ids, reason: text("reason") })
})

export const approveOpening = formAction(async (ctx, { text, number }) => {
  const ids = { tipId: text("tipId"), evidenceId: text("evidenceId") }
  await approveOriginal(ctx, { ...ids, version: number("version") })
})

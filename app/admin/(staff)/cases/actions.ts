"use server"
import { redirect } from "next/navigation"
import { formAction } from "@/app/admin/_gate/form-action"
import { outcomeOf } from "@/app/admin/_ui/read"
import { moveTips, openByHand } from "@/lib/case"
import { TipId } from "@/lib/kernel/id"
import { confirmClosing, mergeCases, proposeClosing, reopenCase } from "@/lib/referral"
import { tipIdOf } from "@/lib/reporter"

export const propose = formAction(async (ctx, { text, number, optional, under }) => {
  const note = optional("note")
  await proposeClosing(ctx, {
    caseId: text("caseId"),
    version: number("version"),
    outcome: outcomeOf(text("outcome")),
    note,
    sites: under("confirms ").map(([site]) => site),
  })
})

export const confirm = formAction(async (ctx, { text, number }) => {
  await confirmClosing(ctx, { caseId: text("caseId"), version: number("version") })
})

export const reopen = formAction(async (ctx, { text, number }) => {
  await reopenCase(ctx, { caseId: text("caseId"), version: number("version"), reason: text("reason") })
})

/** A number as people write it, or an id. What is neither names no tip. */
const tipCalled = (typed: string): TipId => tipIdOf(typed.replace(/^tip_/, "")) ?? TipId.parse(typed)

export const moveSome = formAction(async (ctx, { text, number }) => {
  const to = await moveTips(ctx, {
    caseId: text("caseId"),
    version: number("version"),
    tipIds: text("tipIds")
      .split(/[\s,，、;；]+/u)
      .filter(Boolean)
      .map(tipCalled),
    to: text("to"),
    reason: text("reason"),
  })
  redirect(`/admin/cases/${to}`)
})

export const merge = formAction(async (ctx, { text, number }) => {
  const to = await mergeCases(ctx, {
    caseId: text("caseId"),
    version: number("version"),
    to: text("to"),
    reason: text("reason"),
  })
  redirect(`/admin/cases/${to}`)
})

export const openNew = formAction(async (ctx, { text }) => {
  const caseId = await openByHand(ctx, {
    typed: text("typed"),
    campaign: text("campaign"),
    reason: text("reason"),
  })
  redirect(`/admin/cases/${caseId}`)
})

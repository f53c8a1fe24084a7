"use server"
import { redirect } from "next/navigation"
import { formAction } from "@/app/admin/_gate/form-action"
import { outcomeOf } from "@/app/admin/_ui/read"
import { moveTips, openByHand, undoMerge } from "@/lib/case"
import { confirmClosing, mergeCases, proposeClosing, reopenCase } from "@/lib/referral"

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

export const moveSome = formAction(async (ctx, { text, number, under }) => {
  const to = await moveTips(ctx, {
    caseId: text("caseId"),
    version: number("version"),
    tipIds: under("tip ").map(([tipId]) => tipId),
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

export const unmerge = formAction(async (ctx, { text, number }) => {
  await undoMerge(ctx, { caseId: text("caseId"), version: number("version"), reason: text("reason") })
})

export const openNew = formAction(async (ctx, { text }) => {
  const caseId = await openByHand(ctx, {
    typed: text("typed"),
    campaign: text("campaign"),
    reason: text("reason"),
  })
  redirect(`/admin/cases/${caseId}`)
})

"use server"
import { formAction } from "@/app/admin/_gate/form-action"
import { outcomeOf } from "@/app/admin/_ui/read"
import { confirmClosing, proposeClosing, reopenCase } from "@/lib/referral"

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

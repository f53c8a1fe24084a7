"use server"
import { formAction } from "@/app/admin/_gate/form-action"
import { addKnownGood, removeKnownGood } from "@/lib/collateral"

export const add = formAction(async (ctx, { text, number }) => {
  await addKnownGood(ctx, { version: number("version"), domain: text("domain"), reason: text("reason") })
})

export const remove = formAction(async (ctx, { text, number }) => {
  await removeKnownGood(ctx, { version: number("version"), domain: text("domain"), reason: text("reason") })
})

"use server"
import type { Fields } from "@/app/admin/_gate/fields"
import { formAction } from "@/app/admin/_gate/form-action"
import { decideReward, payReward, proposeReward, type RewardChoice } from "@/lib/reward"

const seenIn = ({ text, number }: Fields) => ({ tipId: text("tipId"), version: number("version") })

export const propose = formAction(async (ctx, fields) => {
  await proposeReward(ctx, {
    ...seenIn(fields),
    // What is no choice the verb refuses.
    class: fields.optional("class") as RewardChoice,
    amount: fields.optional("amount") === undefined ? undefined : fields.number("amount"),
    wording: fields.text("wording"),
  })
})

export const decide = formAction(async (ctx, fields) => {
  await decideReward(ctx, seenIn(fields))
})

export const pay = formAction(async (ctx, fields) => {
  await payReward(ctx, { ...seenIn(fields), code: fields.text("code"), payment: fields.text("payment") })
})

"use server"
import { formAction } from "@/app/admin/_gate/form-action"
import { answerObjection, decideObjection } from "@/lib/objection"

export const answer = formAction(async (ctx, { text, number }) => {
  await answerObjection(ctx, {
    objectionId: text("objectionId"),
    version: number("version"),
    answer: text("answer"),
  })
})

export const decide = formAction(async (ctx, { text, number }) => {
  await decideObjection(ctx, {
    objectionId: text("objectionId"),
    version: number("version"),
    // Whether it is one of the two, the verb says.
    outcome: (text("outcome") || undefined) as "uphold",
    wording: text("wording"),
  })
})

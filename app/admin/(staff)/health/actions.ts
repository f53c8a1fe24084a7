"use server"
import { formAction } from "@/app/admin/_gate/form-action"
import { redriveLetter } from "@/lib/dead-letter"
import { openValve, shutValve, type ValveState } from "@/lib/limits"
import { replayMails } from "@/lib/reporter"

type Shut = Exclude<ValveState, "open">

export const shut = formAction(async (ctx, { text, number, bilingual }) => {
  await shutValve(ctx, {
    version: number("version"),
    // What is none of the two the verb refuses.
    state: text("intent") as Shut,
    message: bilingual("message"),
  })
})

export const open = formAction(async (ctx, { number }) => {
  await openValve(ctx, { version: number("version") })
})

export const replay = formAction(async (ctx, { text }) => {
  await replayMails(ctx, { tipIds: text("tipIds").split(" ") })
})

export const redrive = formAction(async (ctx, { text, number }) => {
  await redriveLetter(ctx, { letterId: text("letterId"), version: number("version") })
})

"use server"
import { redirect } from "next/navigation"
import { formAction } from "@/app/admin/_gate/form-action"
import { giveLook, type verdicts } from "@/lib/second-look"

export const give = formAction(async (ctx, { text, number, optional }) => {
  await giveLook(ctx, {
    tipId: text("tipId"),
    lookId: text("lookId"),
    version: number("version"),
    // What is none of them the verb refuses.
    verdict: text("verdict") as (typeof verdicts)[number],
    reason: optional("reason"),
  })
  redirect("/admin/second-look?done=yes")
})

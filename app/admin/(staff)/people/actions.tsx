"use server"
import { wordsFor } from "@/app/_words"
import { formAction, resultAction } from "@/app/admin/_gate/form-action"
import { scopesOf } from "@/app/admin/_ui/read"
import { issueKey, revokeKey } from "@/lib/right-holder"
import { endSession } from "@/lib/session"

export const issue = resultAction(async (ctx, { text }, locale) => {
  const { key } = await issueKey(ctx, {
    holderId: text("holderId").trim(),
    name: text("name"),
    scopes: scopesOf(text("scopes")),
  })
  return { text: key, view: <p className="hint">{wordsFor(locale, "consoleDesk")("keys.keep")}</p> }
})

export const revoke = formAction(async (ctx, { text, number }) => {
  await revokeKey(ctx, { keyId: text("keyId"), version: number("version"), reason: text("reason") })
})

export const end = formAction(async (ctx, { text }) => {
  await endSession(ctx, { sessionId: text("sessionId") })
})

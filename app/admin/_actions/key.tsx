"use server"
import { formAction } from "@/app/_adapter/form-action"
import { wordsFor } from "@/app/_words"
import { issueKey, revokeKey } from "@/lib/account"
import { scopesOf } from "./read"

export const issue = formAction(async (ctx, { text }, locale) => {
  const { key } = await issueKey(ctx, {
    holderId: text("holderId").trim(),
    name: text("name"),
    scopes: scopesOf(text("scopes")),
  })
  return { text: key, view: <p className="hint">{wordsFor(locale, "consoleDesk")("keys.keep")}</p> }
})

export const revoke = formAction(async (ctx, { text, number }) => {
  await revokeKey(ctx, { keyId: text("keyId"), version: number("version"), reason: text("reason") })
  return undefined
})

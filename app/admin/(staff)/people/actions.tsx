"use server"
import { wordsFor } from "@/app/_words"
import { formAction, resultAction } from "@/app/admin/_gate/form-action"
import { givenRoles, scopesOf } from "@/app/admin/_ui/read"
import { returnClaims } from "@/lib/desk"
import { issueKey, revokeKey } from "@/lib/right-holder"
import { endSession, giveRoles, invite, letLeave, letReturn, withdrawInvitation } from "@/lib/session"

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

/** Shuts somebody out who has left; what they held goes back into the queue. */
export const leave = formAction(async (ctx, { text }) => {
  await letLeave(ctx, { personId: text("personId") })
  await returnClaims(ctx, { personId: text("personId") })
})

export const inviteSomebody = formAction(async (ctx, fields) => {
  const { text, number } = fields
  await invite(ctx, {
    version: number("version"),
    email: text("email"),
    name: text("name"),
    given: givenRoles(fields),
  })
})

export const withdraw = formAction(async (ctx, { text, number }) => {
  await withdrawInvitation(ctx, { version: number("version"), email: text("email") })
})

export const give = formAction(async (ctx, fields) => {
  const { text, optional } = fields
  await giveRoles(ctx, { personId: text("personId"), seen: optional("seen"), given: givenRoles(fields) })
})

export const letBack = formAction(async (ctx, { text }) => {
  await letReturn(ctx, { personId: text("personId") })
})

"use server"
import { wordsFor } from "@/app/_words"
import type { Fields } from "@/app/admin/_gate/fields"
import { formAction, resultAction } from "@/app/admin/_gate/form-action"
import {
  addSecret,
  type ChannelFormat,
  createAuthority,
  editAuthority,
  endSecret,
  issueAgencyKey,
  removeWebhook,
  revokeAgencyKey,
  setWebhook,
} from "@/lib/authority"

const seen = ({ text, number }: Fields) => ({
  authorityId: text("authorityId"),
  version: number("version"),
})

const described = ({ bilingual, optional }: Fields) => ({
  name: bilingual("name"),
  competence: bilingual("competence"),
  parentId: optional("parentId"),
  contact: {
    name: optional("contact.name"),
    phone: optional("contact.phone"),
    email: optional("contact.email"),
  },
})

export const create = formAction(async (ctx, fields) => {
  await createAuthority(ctx, { authorityId: fields.text("authorityId").trim(), ...described(fields) })
})

export const edit = formAction(async (ctx, fields) => {
  await editAuthority(ctx, { ...seen(fields), ...described(fields) })
})

export const hook = resultAction(async (ctx, fields, locale) => {
  const { secret } = await setWebhook(ctx, {
    ...seen(fields),
    url: fields.text("url"),
    // What is no format the verb refuses.
    format: (fields.optional("format") ?? "cloudevents") as ChannelFormat,
  })
  if (!secret) return undefined
  return {
    text: secret,
    view: <p className="hint">{wordsFor(locale, "consoleAuthority")("webhook.keep")}</p>,
  }
})

export const unhook = formAction(async (ctx, fields) => {
  await removeWebhook(ctx, seen(fields))
})

export const second = resultAction(async (ctx, fields, locale) => {
  const { secret } = await addSecret(ctx, seen(fields))
  return {
    text: secret,
    view: <p className="hint">{wordsFor(locale, "consoleAuthority")("webhook.keep")}</p>,
  }
})

export const endOlder = formAction(async (ctx, fields) => {
  await endSecret(ctx, seen(fields))
})

export const issue = resultAction(async (ctx, { text }, locale) => {
  const { key } = await issueAgencyKey(ctx, { authorityId: text("authorityId"), name: text("name") })
  return { text: key, view: <p className="hint">{wordsFor(locale, "consoleAuthority")("keys.keep")}</p> }
})

export const revoke = formAction(async (ctx, { text, number }) => {
  await revokeAgencyKey(ctx, { keyId: text("keyId"), version: number("version"), reason: text("reason") })
})

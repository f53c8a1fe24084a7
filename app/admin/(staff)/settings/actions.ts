"use server"
import { formAction } from "@/app/admin/_gate/form-action"
import {
  type EntryKind,
  limitNames,
  saveEntry,
  setContacts,
  setLimits,
  setRetention,
  setTargets,
  type Weights,
  weightNames,
} from "@/lib/settings"

export const save = formAction(async (ctx, { text, number, optional, bilingual }) => {
  const said = bilingual("text")
  await saveEntry(ctx, {
    version: number("version"),
    // What is no kind the verb refuses.
    kind: text("kind") as EntryKind,
    code: text("code"),
    name: bilingual("name"),
    ...(said.zh || said.en ? { text: said } : {}),
    isRetired: optional("isRetired") !== undefined,
  })
})

export const target = formAction(async (ctx, { number }) => {
  await setTargets(ctx, {
    version: number("version"),
    firstReviewHours: number("firstReviewHours"),
    decisionHours: number("decisionHours"),
    secondLookPercent: number("secondLookPercent"),
    weights: Object.fromEntries(weightNames.map((name) => [name, number(`weights.${name}`)])) as Weights,
  })
})

export const limit = formAction(async (ctx, { number, optional }) => {
  const typed = limitNames.filter((name) => optional(name) !== undefined)
  await setLimits(ctx, {
    version: number("version"),
    ...Object.fromEntries(typed.map((name) => [name, number(name)])),
  })
})

export const keep = formAction(async (ctx, { number }) => {
  await setRetention(ctx, {
    version: number("version"),
    contactDays: number("contactDays"),
    receivedDays: number("receivedDays"),
    caseYears: number("caseYears"),
  })
})

export const contact = formAction(async (ctx, { text, number }) => {
  await setContacts(ctx, {
    version: number("version"),
    email: text("email").trim(),
    phone: text("phone"),
  })
})

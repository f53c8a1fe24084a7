"use server"
import { formAction } from "@/app/_adapter/form-action"
import {
  acceptReferral,
  acknowledgeReferral,
  approveReferral,
  confirmClosing,
  draftReferral,
  proposeClosing,
  recordMeasure,
  reportReferral,
  returnReferral,
  reverseMeasure,
} from "@/lib/enforcement"
import { metricOf, outcomeOf, seenReferral } from "./read"

export const draft = formAction(async (ctx, { text }) => {
  await draftReferral(ctx, {
    caseId: text("caseId"),
    authorityId: text("authorityId"),
    reason: text("reason"),
  })
  return undefined
})

export const approve = formAction(async (ctx, fields) => {
  await approveReferral(ctx, seenReferral(fields))
  return undefined
})

export const acknowledge = formAction(async (ctx, fields) => {
  await acknowledgeReferral(ctx, seenReferral(fields))
  return undefined
})

export const acceptCase = formAction(async (ctx, fields) => {
  await acceptReferral(ctx, seenReferral(fields))
  return undefined
})

export const returnCase = formAction(async (ctx, fields) => {
  await returnReferral(ctx, { ...seenReferral(fields), reason: fields.text("reason") })
  return undefined
})

export const report = formAction(async (ctx, fields) => {
  await reportReferral(ctx, seenReferral(fields))
  return undefined
})

export const record = formAction(async (ctx, { text, number, optional }) => {
  const [referralId, note] = [optional("referralId"), optional("note")]
  await recordMeasure(ctx, {
    caseId: text("caseId"),
    metric: metricOf(text("metric")),
    quantity: number("quantity"),
    takenOn: text("takenOn"),
    key: text("key"),
    ...(referralId ? { referralId } : {}),
    ...(note ? { note } : {}),
  })
  return undefined
})

export const reverse = formAction(async (ctx, { text }) => {
  await reverseMeasure(ctx, {
    caseId: text("caseId"),
    measureId: text("measureId"),
    reason: text("reason"),
  })
  return undefined
})

export const propose = formAction(async (ctx, { text, number, optional }) => {
  const note = optional("note")
  await proposeClosing(ctx, {
    caseId: text("caseId"),
    version: number("version"),
    outcome: outcomeOf(text("outcome")),
    ...(note ? { note } : {}),
  })
  return undefined
})

export const confirm = formAction(async (ctx, { text, number }) => {
  await confirmClosing(ctx, { caseId: text("caseId"), version: number("version") })
  return undefined
})

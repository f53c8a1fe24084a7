"use server"
import { formAction } from "@/app/admin/_gate/form-action"
import { seenReferral } from "@/app/admin/_ui/read"
import {
  acceptReferral,
  acknowledgeReferral,
  approveReferral,
  draftReferral,
  reportReferral,
  returnReferral,
} from "@/lib/referral"

export const draft = formAction(async (ctx, { text }) => {
  await draftReferral(ctx, {
    caseId: text("caseId"),
    authorityId: text("authorityId"),
    reason: text("reason"),
  })
})

export const approve = formAction(async (ctx, fields) => {
  await approveReferral(ctx, seenReferral(fields))
})

export const acknowledge = formAction(async (ctx, fields) => {
  await acknowledgeReferral(ctx, seenReferral(fields))
})

export const acceptCase = formAction(async (ctx, fields) => {
  await acceptReferral(ctx, seenReferral(fields))
})

export const returnCase = formAction(async (ctx, fields) => {
  await returnReferral(ctx, { ...seenReferral(fields), reason: fields.text("reason") })
})

export const report = formAction(async (ctx, fields) => {
  await reportReferral(ctx, seenReferral(fields))
})

"use server"
import { wordsFor } from "@/app/_words"
import { formAction, resultAction } from "@/app/admin/_gate/form-action"
import { reportReasonOf, reportStateOf, seenReferral } from "@/app/admin/_ui/read"
import { recordAnswer } from "@/lib/agency"
import { replayDelivery } from "@/lib/delivery"
import { openBrief, openPackage } from "@/lib/package"
import {
  acceptReferral,
  acknowledgeReferral,
  approveReferral,
  draftReferral,
  editReferral,
  reportReferral,
  returnReferral,
  withdrawReferral,
} from "@/lib/referral"
import { estimateCase } from "@/lib/routing"

export const draft = formAction(async (ctx, { text, optional }) => {
  await draftReferral(ctx, {
    caseId: text("caseId"),
    authorityId: text("authorityId"),
    assisting: [0, 1, 2].flatMap((at) => optional(`assisting.${at}`) ?? []),
    reason: text("reason"),
    isAgain: text("isAgain") !== "",
  })
})

export const edit = formAction(async (ctx, fields) => {
  await editReferral(ctx, { ...seenReferral(fields), reason: fields.text("reason") })
})

export const withdraw = formAction(async (ctx, fields) => {
  await withdrawReferral(ctx, { ...seenReferral(fields), reason: fields.text("reason") })
})

export const approve = formAction(async (ctx, fields) => {
  await approveReferral(ctx, {
    ...seenReferral(fields),
    collateralReason: fields.optional("collateralReason"),
  })
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

export const replay = formAction(async (ctx, { text }) => {
  await replayDelivery(ctx, { referralId: text("referralId"), deliveryId: text("deliveryId") })
})

export const answer = formAction(async (ctx, { text }) => {
  await recordAnswer(ctx, {
    caseId: text("caseId"),
    referralId: text("referralId"),
    reportId: text("reportId"),
    state: reportStateOf(text("state")),
    reason: reportReasonOf(text("reason")),
  })
})

export const estimate = formAction(async (ctx, { text, number, optional }) => {
  await estimateCase(ctx, {
    caseId: text("caseId"),
    version: number("version"),
    gain: optional("gain") ? number("gain") : undefined,
    works: optional("works") ? number("works") : undefined,
  })
})

export const fetchPackage = resultAction(async (ctx, { text }, locale) => {
  const { url } = await openPackage(ctx, { caseId: text("caseId"), referralId: text("referralId") })
  return { link: { href: url, label: wordsFor(locale, "consoleCase")("package.download") } }
})

export const fetchBrief = resultAction(async (ctx, { text }, locale) => {
  const ids = { caseId: text("caseId"), referralId: text("referralId") }
  const { url } = await openBrief(ctx, { ...ids, language: locale })
  return { link: { href: url, label: wordsFor(locale, "consoleCase")("package.readBrief") } }
})

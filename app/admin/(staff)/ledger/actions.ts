"use server"
import { formAction } from "@/app/admin/_gate/form-action"
import { metricOf } from "@/app/admin/_ui/read"
import { confirmMeasure, recordMeasure, refuseMeasure, reverseMeasure } from "@/lib/measure"

export const record = formAction(async (ctx, { text, number, optional }) => {
  const [referralId, note] = [optional("referralId"), optional("note")]
  await recordMeasure(ctx, {
    caseId: text("caseId"),
    metric: metricOf(text("metric")),
    quantity: number("quantity"),
    takenOn: text("takenOn"),
    key: text("key"),
    referralId,
    note,
    site: optional("site"),
    document: optional("document"),
    noDocument: optional("noDocument"),
    lateReason: optional("lateReason"),
  })
})

export const confirm = formAction(async (ctx, { text }) => {
  await confirmMeasure(ctx, { caseId: text("caseId"), measureId: text("measureId") })
})

export const refuse = formAction(async (ctx, { text }) => {
  await refuseMeasure(ctx, {
    caseId: text("caseId"),
    measureId: text("measureId"),
    reason: text("reason"),
  })
})

export const reverse = formAction(async (ctx, { text }) => {
  await reverseMeasure(ctx, {
    caseId: text("caseId"),
    measureId: text("measureId"),
    reason: text("reason"),
  })
})

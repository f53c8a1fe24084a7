"use server"
import { formAction } from "@/app/admin/_gate/form-action"
import { publishedStatusOf, seenFigures } from "@/app/admin/_ui/read"
import { endCampaign, metrics } from "@/lib/campaign"
import { approveFigures, discardFigures, draftFigures } from "@/lib/statistics"

export const draft = formAction(async (ctx, fields) => {
  await draftFigures(ctx, {
    ...seenFigures(fields),
    status: publishedStatusOf(fields.text("status")),
    asOf: fields.text("asOf"),
    zeros: metrics.filter((metric) => fields.optional(`zero.${metric}`)),
  })
})

export const approve = formAction(async (ctx, fields) => {
  await approveFigures(ctx, seenFigures(fields))
})

export const discard = formAction(async (ctx, fields) => {
  await discardFigures(ctx, { ...seenFigures(fields), reason: fields.text("reason") })
})

export const end = formAction(async (ctx, fields) => {
  const { campaign: slug, version } = seenFigures(fields)
  await endCampaign(ctx, { slug, version, endedOn: fields.text("endedOn") })
})

"use server"
import type { Fields } from "@/app/admin/_gate/fields"
import { formAction } from "@/app/admin/_gate/form-action"
import { publishedStatusOf, seenFigures } from "@/app/admin/_ui/read"
import { endCampaign, findCampaign, metrics, openCampaign, proposeEnd, withdrawEnd } from "@/lib/campaign"
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

const seenCampaign = (fields: Fields) => {
  const { campaign: slug, version } = seenFigures(fields)
  return { slug, version }
}

export const proposeToEnd = formAction(async (ctx, fields) => {
  await proposeEnd(ctx, { ...seenCampaign(fields), endedOn: fields.text("endedOn") })
})

export const withdraw = formAction(async (ctx, fields) => {
  await withdrawEnd(ctx, seenCampaign(fields))
})

export const end = formAction(async (ctx, fields) => {
  await endCampaign(ctx, seenCampaign(fields))
})

export const open = formAction(async (ctx, fields) => {
  const known = fields.optional("version") === undefined ? undefined : fields.number("version")
  const from = fields.optional("period.from")
  const slug = fields.text("slug")
  const ticked = (prefix: string) => fields.under(prefix).map(([name]) => name)
  await openCampaign(ctx, {
    slug,
    version: known,
    year: fields.number("year"),
    name: fields.bilingual("name"),
    period: from ? { from, to: fields.optional("period.to") } : undefined,
    agencies: ticked("agency."),
    focus: ticked("focus."),
    offersRewards: fields.optional("offersRewards") !== undefined,
    showsRunning: fields.optional("showsRunning") !== undefined,
    demo: known === undefined ? undefined : (await findCampaign(slug))?.demo,
  })
})

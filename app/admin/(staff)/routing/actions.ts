"use server"
import type { Fields } from "@/app/admin/_gate/fields"
import { formAction } from "@/app/admin/_gate/form-action"
import { discardRules, publishRules, removeRule, saveRule, siteKinds } from "@/lib/routing"
import { categories, earnings } from "@/lib/tip"

const seen = ({ number }: Fields) => ({ version: number("version") })

/** Those of a list whose box was ticked; absent where none was. */
const ticked = <One extends string>({ text }: Fields, name: string, all: readonly One[]) => {
  const found = all.filter((one) => text(`${name}.${one}`) !== "")
  return found.length > 0 ? found : undefined
}

const atLeast = ({ optional, number }: Fields, name: string) => (optional(name) ? number(name) : undefined)

export const save = formAction(async (ctx, fields) => {
  const { text, number, bilingual, optional } = fields
  await saveRule(ctx, {
    ...seen(fields),
    rule: {
      ruleId: optional("ruleId"),
      name: bilingual("rule.name"),
      to: text("rule.to"),
      order: number("rule.order"),
      when: {
        categories: ticked(fields, "categories", categories),
        kinds: ticked(fields, "kinds", siteKinds),
        earnings: ticked(fields, "earnings", earnings),
        tipsMin: atLeast(fields, "rule.when.tipsMin"),
        sitesMin: atLeast(fields, "rule.when.sitesMin"),
        gainMin: atLeast(fields, "rule.when.gainMin"),
        worksMin: atLeast(fields, "rule.when.worksMin"),
        isCriminal: text("isCriminal") !== "" || undefined,
      },
    },
  })
})

export const remove = formAction(async (ctx, fields) => {
  await removeRule(ctx, { ...seen(fields), ruleId: fields.text("ruleId") })
})

export const publish = formAction(async (ctx, fields) => {
  await publishRules(ctx, seen(fields))
})

export const discard = formAction(async (ctx, fields) => {
  await discardRules(ctx, seen(fields))
})

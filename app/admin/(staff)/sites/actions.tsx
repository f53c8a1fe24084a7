"use server"
import { wordsFor } from "@/app/_words"
import type { Fields } from "@/app/admin/_gate/fields"
import { resultAction } from "@/app/admin/_gate/form-action"
import { decidedAtOnceMax, decideMany, decideSite, reopenMany } from "@/lib/desk"
import type { Context } from "@/lib/kernel/context"
import { Outcomes } from "./_parts/outcomes"
import { seenIn, seenText } from "./_parts/seen"

type Decision = Parameters<typeof decideMany>[1]["decision"]

/** Whether it is a decision, and what it lacks, the verb says. */
const decisionOf = ({ text, optional }: Fields): Decision => {
  const act = text("act")
  if (act === "decline") return { act, reason: text("reason"), wording: optional("wording") }
  if (act === "duplicate") return { act, of: text("of") }
  return { act: (act || undefined) as "accept", campaign: text("campaign") }
}

/** Decides the tips that are ticked; pressed again, takes those decisions back. */
export const decideTicked = resultAction(async (ctx, fields, locale) => {
  if (fields.text("intent") === "undo") return undo(ctx, fields, locale)
  const tips = fields
    .under("tip ")
    .map(([seen]) => seen)
    .flatMap(seenIn)
  if (tips.length === 0) return { text: wordsFor(locale, "consoleSite")("nothing") }
  const decision = decisionOf(fields)
  const outcomes = await decideMany(ctx, { tips, decision })
  return { view: <Outcomes locale={locale} act={decision.act} outcomes={outcomes} before={[]} /> }
})

/** Decides the next tips of the site that wait; what it answers goes on by itself. */
export const decideWaiting = resultAction(async (ctx, fields, locale) => {
  const { text, optional } = fields
  if (text("intent") === "undo") return undo(ctx, fields, locale)
  const decision = decisionOf(fields)
  const { outcomes, next } = await decideSite(ctx, {
    site: text("site"),
    cursor: optional("cursor"),
    decision,
  })
  const before = seenIn(text("done"))
  return {
    view: <Outcomes locale={locale} act={decision.act} outcomes={outcomes} before={before} cursor={next} />,
  }
})

const undo = async (ctx: Context, { text }: Fields, locale: "zh" | "en") => {
  const act = text("act") as "accept"
  const [tips, rest] = [
    seenIn(text("done")).slice(0, decidedAtOnceMax),
    seenIn(text("done")).slice(decidedAtOnceMax),
  ]
  const reason = wordsFor(locale, "consoleSite")("undone")
  const outcomes = await reopenMany(ctx, { tips, act, reason })
  return {
    view: <Outcomes locale={locale} act="undo" outcomes={outcomes} before={[]} rest={seenText(rest)} />,
  }
}

"use server"
import { redirect } from "next/navigation"
import { wordsFor } from "@/app/_words"
import { callAction } from "@/app/admin/_gate/call-action"
import type { Fields } from "@/app/admin/_gate/fields"
import { formAction, resultAction } from "@/app/admin/_gate/form-action"
import { conflictAt } from "@/lib/audit"
import { markDuplicate, reopenTip } from "@/lib/case"
import { lookAtTip, takeNext } from "@/lib/desk"
import { approveOriginal, askForOriginal, openOriginal } from "@/lib/evidence"
import type { Context } from "@/lib/kernel/context"
import type { TipId } from "@/lib/kernel/id"
import { revealContact } from "@/lib/reporter"
import { askForLook } from "@/lib/second-look"
import {
  acceptTip,
  askReporter,
  claimTip,
  countArrived,
  declineTip,
  escalateTip,
  getTip,
  handOverTip,
  labelTip,
  queues,
  releaseTip,
  renewClaim,
  type Tip,
  takeOverTip,
} from "@/lib/tip"
import type { FlowAct } from "./_parts/flow"

/** The address of the next tip, with what became of this one; the queue, when nothing waits. */
const goOn = async (ctx: Context, flow: string, did: FlowAct, was: TipId): Promise<never> => {
  const queue = queues.find((one) => one === flow)
  const next = await takeNext(ctx, { queue, skipped: did === "skipped" ? [was] : [] })
  if (!next) redirect(`/admin?queue=${queue ?? ""}&done=all`)
  redirect(`/admin/tips/${next.tipId}?${new URLSearchParams({ flow, did, was })}`)
}

/** After a decision: on to the next tip for who works through the queue; else the page stays. */
const decided = async (ctx: Context, { text }: Fields, did: FlowAct, { tipId }: Tip) => {
  if (text("flow")) await goOn(ctx, text("flow"), did, tipId)
}

const seenTip = ({ text, number }: Fields) => ({ tipId: text("tipId"), version: number("version") })

export const start = formAction(async (ctx, { text }) => {
  const flow = text("queue")
  const next = await takeNext(ctx, { queue: queues.find((one) => one === flow) })
  redirect(next ? `/admin/tips/${next.tipId}?flow=${flow}` : `/admin?queue=${flow}&done=all`)
})

export const claim = formAction(async (ctx, { text }) => {
  const { tipId } = await claimTip(ctx, { tipId: text("tipId") })
  redirect(`/admin/tips/${tipId}`)
})

export const renew = callAction(async (ctx: Context, { tipId }: { tipId: string }) =>
  renewClaim(ctx, { tipId }),
)

/** Who else looks at a tip. */
export const lookAt = callAction(async (ctx: Context, { tipId }: { tipId: string }) =>
  lookAtTip(ctx, { tipId }),
)

/** How many tips came since a list was drawn. */
export const arrived = callAction(async (ctx: Context, { queue, since }: { queue: string; since: string }) =>
  countArrived(ctx, { queue: queues.find((one) => one === queue), since }),
)

export const takeOver = formAction(async (ctx, fields) => {
  await takeOverTip(ctx, seenTip(fields))
})

export const release = formAction(async (ctx, fields) => {
  await releaseTip(ctx, seenTip(fields))
})

/** Lays a tip aside and takes the next one. */
export const skip = formAction(async (ctx, fields) => {
  const { tipId } = await releaseTip(ctx, seenTip(fields))
  await goOn(ctx, fields.text("flow"), "skipped", tipId)
})

export const accept = formAction(async (ctx, fields) => {
  const { text, optional } = fields
  const tip = await acceptTip(ctx, {
    ...seenTip(fields),
    campaign: text("campaign"),
    note: optional("note"),
  })
  await decided(ctx, fields, "accepted", tip)
})

export const decline = formAction(async (ctx, fields) => {
  const { text, optional } = fields
  const tip = await declineTip(ctx, {
    ...seenTip(fields),
    reason: text("reason"),
    note: optional("note"),
    wording: optional("wording"),
  })
  await decided(ctx, fields, "declined", tip)
})

export const ask = formAction(async (ctx, fields) => {
  const tip = await askReporter(ctx, { ...seenTip(fields), question: fields.text("question") })
  await decided(ctx, fields, "asked", tip)
})

export const duplicate = formAction(async (ctx, fields) => {
  const { text, optional } = fields
  const isMeant = optional("isMeant") !== undefined
  const of = text("other") || text("of")
  const tip = await markDuplicate(ctx, { ...seenTip(fields), of, isMeant })
  await decided(ctx, fields, "duplicate", tip)
})

export const escalate = formAction(async (ctx, fields) => {
  const tip = await escalateTip(ctx, { ...seenTip(fields), reason: fields.text("reason") })
  await decided(ctx, fields, "given-on", tip)
})

export const handOver = formAction(async (ctx, fields) => {
  const tip = await handOverTip(ctx, { ...seenTip(fields), to: fields.text("to") })
  await decided(ctx, fields, "given-on", tip)
})

export const label = formAction(async (ctx, fields) => {
  const labels = fields.under("label ").map(([code]) => code)
  await labelTip(ctx, { ...seenTip(fields), labels })
})

/** An administrator makes an example of a decision: somebody else looks at the tip without seeing it. */
export const askLook = formAction(async (ctx, { text }) => {
  await askForLook(ctx, { tipId: text("tipId") })
})

export const reopen = formAction(async (ctx, fields) => {
  await reopenTip(ctx, { ...seenTip(fields), reason: fields.text("reason") })
})

/**
 * Takes the decision back that led to this page, and goes back to its tip. What followed by itself, such as a case,
 * has changed the tip since, so its version is read anew; another's decision is left alone.
 */
export const undo = formAction(async (ctx, { text }, locale) => {
  const [tipId, did, flow] = [text("tipId"), text("did"), text("flow")]
  const { tip } = await getTip(ctx, { tipId })
  if (tip.status !== did) throw await conflictAt(tip.tipId, tip.tipId)
  const reason = wordsFor(locale, "consoleTip")("flow.undone")
  await reopenTip(ctx, { tipId, version: tip.version, reason })
  await claimTip(ctx, { tipId })
  redirect(`/admin/tips/${tipId}?${new URLSearchParams({ flow })}`)
})

export const reveal = resultAction(async (ctx, { text }, locale) => {
  const contact = await revealContact(ctx, { tipId: text("tipId"), reason: text("reason") })
  return { text: contact ?? wordsFor(locale, "consoleTip")("contactErased") }
})

export const original = resultAction(async (ctx, { text }, locale) => {
  const ids = { tipId: text("tipId"), evidenceId: text("evidenceId") }
  const { url } = await openOriginal(ctx, { ...ids, reason: text("reason") })
  return { link: { href: url, label: wordsFor(locale, "consoleTip")("download") } }
})

export const askOriginal = formAction(async (ctx, { text }) => {
  const ids = { tipId: text("tipId"), evidenceId: text("evidenceId") }
  await askForOriginal(ctx, { ...ids, reason: text("reason") })
})

export const approveOpening = formAction(async (ctx, { text, number }) => {
  const ids = { tipId: text("tipId"), evidenceId: text("evidenceId") }
  await approveOriginal(ctx, { ...ids, version: number("version") })
})

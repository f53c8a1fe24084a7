import { z } from "zod"
import { eventsOf, nextOf, seenAs } from "@/lib/audit"
import { getCaseRecord } from "@/lib/case"
import type { PersonRef } from "@/lib/kernel/actor"
import { type Context, personRefOf, requireSecondPerson } from "@/lib/kernel/context"
import { ObjectionId } from "@/lib/kernel/id"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { reverseMeasuresOf } from "@/lib/measure"
import { overturnSite } from "@/lib/site-list"
import { changeObjection } from "./change"
import { getObjectionRecord } from "./find"
import { type Objection, objectionAfter } from "./objection"

const deciders = ["case-officer", "administrator"] as const
const Seen = seenAs({ objectionId: ObjectionId })
/** What the objector reads. */
const Wording = Written({ min: 10, max: 5_000 })

/** Writes back for the first time, within seven days: what will be looked into, or what is still needed. */
export const answerObjection = verb(
  { name: "objection.answer", by: deciders, input: Seen.extend({ answer: Wording }) },
  async (ctx, { objectionId, version, answer }): Promise<void> => {
    const before = await getObjectionRecord(objectionId)
    const next = objectionAfter(before.status, "answer")
    const status = await nextOf(
      { file: objectionId, version: before.version, seen: version },
      next,
      "objection-status",
    )
    const patch = { status, answer, answeredAt: ctx.now }
    await changeObjection(ctx, before, patch, { type: "objection.answered", data: { answer } })
  },
)

/**
 * Decides an objection, by somebody else than those who confirmed the site. One that is right takes the site off the list
 * and reverses the measures against it, so that the figures fall. Cut short, it is done again.
 * @throws {DomainError} forbidden `second-person`; conflict with the last change; conflict `objection-status`
 */
export const decideObjection = verb(
  {
    name: "objection.decide",
    by: deciders,
    input: Seen.extend({ outcome: z.enum(["uphold", "reject"]), wording: Wording }),
  },
  async (ctx, { objectionId, version, outcome, wording }): Promise<void> => {
    const before = await getObjectionRecord(objectionId)
    const next = objectionAfter(before.status, outcome)
    const status = await nextOf(
      { file: objectionId, version: before.version, seen: version },
      next,
      "objection-status",
    )
    for (const confirmer of await confirmersOf(before)) requireSecondPerson(ctx, confirmer)
    const reversed = outcome === "uphold" ? await undo(ctx, before, wording) : []
    const patch = { status, wording, decidedAt: ctx.now, decidedBy: personRefOf(ctx) }
    await changeObjection(ctx, before, patch, {
      type: "objection.decided",
      data: { outcome, wording, reversed },
    })
  },
)

/** Who proposed to close the cases that confirmed the site, and who agreed. */
const confirmersOf = async ({ caseIds }: Objection): Promise<PersonRef[]> => {
  const all = await Promise.all(
    caseIds.map(async (caseId) => {
      const [{ closing }, events] = await Promise.all([getCaseRecord(caseId), eventsOf(caseId)])
      const agreed = events.findLast(({ type }) => type === "case.closed")?.actor
      return [...(closing ? [closing.by] : []), ...(agreed ? [{ id: agreed.id, name: agreed.name }] : [])]
    }),
  )
  return all.flat()
}

/** @returns the measures that were reversed */
const undo = async (ctx: Context, { site, caseIds }: Objection, reason: string): Promise<string[]> => {
  await overturnSite(ctx, site)
  const reversed = await Promise.all(
    caseIds.map((caseId) => reverseMeasuresOf(ctx, { caseId, site, reason })),
  )
  return reversed.flat()
}

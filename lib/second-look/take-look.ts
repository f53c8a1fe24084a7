import { z } from "zod"
import { commit, requireSeen } from "@/lib/audit"
import { type Context, personRefOf, requireSecondPerson } from "@/lib/kernel/context"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { entryOf, settingsNow } from "@/lib/settings"
import { put } from "@/lib/store/transact"
import { getTipRecord, type Message, messagesOf, readable, type Tip } from "@/lib/tip"
import { type Look, monthOf, type Opinion, verdicts } from "./look"
import { LookEntity } from "./look.entity"

/** So many of the oldest that wait are looked through for one that is another's. */
const lookedThrough = 100

/** A tip as it was before the decision: without anything that tells how it was decided, or by whom. */
export type Blind = {
  readonly look: Pick<Look, "tipId" | "lookId"> & { readonly version: number }
  readonly tip: Tip
  readonly messages: readonly Message[]
}

const getLook = async (tipId: TipId, lookId: string) => {
  const { data } = await LookEntity.get({ tipId, lookId }).go({ consistent: true })
  if (!data) throw new DomainError("not-found")
  return data
}

/** The next decision of somebody else that waits for a second look; undefined where none does. */
export const nextLook = verb(
  { name: "second-look.next", by: ["moderator"], input: z.object({}) },
  async (ctx): Promise<Blind | undefined> => {
    const { data } = await LookEntity.query.state({ state: "waiting" }).go({ limit: lookedThrough })
    const { id } = personRefOf(ctx)
    const next = data.find(({ row }) => row.first.by.id !== id)?.row
    return next && blind(ctx, next)
  },
)

const blind = async (ctx: Context, { tipId, lookId }: Look): Promise<Blind> => {
  const [found, stored, messages] = await Promise.all([
    getLook(tipId, lookId),
    getTipRecord(tipId),
    messagesOf(tipId),
  ])
  requireSecondPerson(ctx, found.first.by)
  const undecided = {
    status: "screening",
    claim: undefined,
    declined: undefined,
    duplicateOf: undefined,
    acceptedFor: undefined,
    caseId: undefined,
    decidedAt: undefined,
    decidedBy: undefined,
    another: undefined,
    labels: undefined,
  } as const
  return {
    look: { tipId, lookId, version: found.version },
    tip: { ...readable(stored), ...undecided },
    messages: messages.map(({ author: _author, ...message }) => message),
  }
}

/**
 * Says how one would have decided. The decision itself stays: where both differ, it is listed, and whoever then thinks
 * it wrong reopens the tip.
 * @returns whether both came to the same
 * @throws {DomainError} forbidden `second-person` for who took the decision; conflict with who was faster
 * @throws {DomainError} invalid `not-an-option` for a reason that the desk does not have
 */
export const giveLook = verb(
  {
    name: "second-look.give",
    by: ["moderator"],
    input: z.object({
      tipId: TipId,
      lookId: z.string().max(100),
      version: z.int(),
      verdict: z.enum(verdicts),
      reason: z.string().max(60).optional(),
    }),
  },
  async (ctx, { tipId, lookId, version, verdict, reason }): Promise<void> => {
    const { state: _state, since: _since, row: _row, ...before } = await getLook(tipId, lookId)
    requireSecondPerson(ctx, before.first.by)
    const subject = `look#${lookId}`
    await requireSeen({ file: tipId, subject, version: before.version, seen: version })
    const second: Opinion = {
      verdict,
      by: personRefOf(ctx),
      at: ctx.now,
      ...(verdict === "decline" ? { reason: await knownReason(reason) } : {}),
    }
    const { version: _version, head: _head, ...look } = { ...before, second }
    await commit(ctx, {
      file: tipId,
      subject,
      from: before,
      event: { type: "second-look.given", data: { verdict } },
      record: (next) =>
        put(
          LookEntity.put({
            ...look,
            ...next,
            state: monthOf(ctx.now),
            since: ctx.now,
            row: look,
          }).where((the, { eq }) => eq(the.version, before.version)),
        ),
    })
  },
)

const knownReason = async (code: string | undefined): Promise<string> => {
  if (!code) throw invalid(["reason"], "required")
  const { entries } = await settingsNow()
  if (!entryOf(entries, "decline-reason", code)) throw invalid(["reason"], "not-an-option")
  return code
}

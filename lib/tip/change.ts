import {
  type Change,
  commit,
  type Head,
  isLostRace,
  movedOut,
  type NewEvent,
  placeOnDay,
  type StoredEvent,
} from "@/lib/audit"
import { type Context, personRefOf } from "@/lib/kernel/context"
import type { TipId } from "@/lib/kernel/id"
import { retry } from "@/lib/kernel/retry"
import { update, type Write } from "@/lib/store/transact"
import { getTipRecord, type StoredTip, shardOf } from "./find"
import { rowOf, type Tip } from "./tip"
import { noHolder, TipEntity } from "./tip.entity"

/** What is over when it is over; null takes it away. */
const clearable = [
  "claim",
  "question",
  "answeredAt",
  "declined",
  "duplicateOf",
  "acceptedFor",
  "caseId",
  "reviewedAt",
  "decidedAt",
  "decidedBy",
  "another",
  "appealedAt",
  "labels",
] as const
type Clearable = (typeof clearable)[number]
type Cleared = { readonly [Name in Clearable]?: Tip[Name] | null }

type Patch = Partial<Pick<Tip, "status" | "evidenceCount" | "hasContact">> & Cleared

const isClearable = (name: string): name is Clearable => clearable.some((one) => one === name)

/** The patch without what it takes away. */
const present = (patch: Cleared) =>
  Object.fromEntries(clearable.map((name) => [name, patch[name] ?? undefined])) as {
    readonly [Name in Clearable]?: Tip[Name]
  }

const patched = (tip: Tip, patch: Patch): Tip => {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return { ...tip, ...Object.fromEntries(given.map(([name, value]) => [name, value ?? undefined])) }
}

/**
 * A changed tip and why, as one part of a commit. The record carries the event of a decision for as long as that stands
 * (docs/decisions/0097).
 */
export const tipChange = (
  tip: StoredTip,
  patch: Patch,
  event: NewEvent,
  also: readonly Write[] = [],
): Change => ({
  file: tip.tipId,
  subject: tip.tipId,
  from: tip,
  event,
  isCarried: isDecision(patch),
  record: (next, written) => recordWrite(tip, patch, isDecision(patch) ? carrying(next, written) : next),
  also: [...also, ...(tip.decision && patch.decidedAt !== undefined ? [movedOut(tip.decision)] : [])],
})

const isDecision = ({ decidedAt }: Patch) => typeof decidedAt === "string"

const carrying = (next: Head, decision: StoredEvent) => {
  const { partition: dayPk, position: daySk } = placeOnDay(decision) ?? {}
  return { ...next, decision, dayPk, daySk }
}

/** What of a record is the event of its decision, and where the trail of the staff lists it. */
const carried = ["decision", "dayPk", "daySk"] as const

const recordWrite = (tip: Tip, patch: Patch, next: Head): Write => {
  const after = patched(tip, patch)
  const fields: Omit<Patch, Clearable> = Object.fromEntries(
    Object.entries(patch).filter(([name]) => !isClearable(name)),
  )
  const cleared = [
    ...clearable.filter((name) => patch[name] === null),
    ...(patch.decidedAt === null ? carried : []),
  ]
  const change = TipEntity.patch({ tipId: tip.tipId }).set({
    ...fields,
    ...present(patch),
    ...next,
    row: rowOf(after),
  })
  return update(
    (cleared.length > 0 ? change.remove(cleared) : change)
      .composite({
        ...(fields.status ? {} : { status: tip.status }),
        shard: shardOf(tip),
        holderId: tip.source?.holderId ?? noHolder,
        receivedAt: tip.receivedAt,
      })
      .where(({ version }, { eq }) => eq(version, tip.version)),
  )
}

/**
 * Changes a tip and records why.
 * @throws {DomainError} conflict with the last change, when the tip has moved on since it was read
 */
export const changeTip = async (
  ctx: Context,
  tip: StoredTip,
  patch: Patch,
  event: NewEvent,
  also: readonly Write[] = [],
): Promise<Tip> => {
  const [written] = await commit(ctx, tipChange(tip, patch, event, also))
  return { ...patched(tip, patch), version: tip.version + 1, head: written?.hash ?? "" }
}

/**
 * Decides a tip: by the caller, whose claim it ends.
 * @throws {DomainError} conflict with the last change, when the tip has moved on since it was read
 */
export const decideTip = (
  ctx: Context,
  tip: StoredTip,
  decision: Omit<Patch, "claim" | "another" | "decidedAt" | "decidedBy">,
  event: NewEvent,
): Promise<Tip> => {
  const patch: Patch = {
    ...decision,
    claim: null,
    another: null,
    decidedAt: ctx.now,
    decidedBy: personRefOf(ctx),
  }
  return changeTip(ctx, tip, patch, event)
}

export type LatestChange = {
  readonly patch: Patch
  readonly event: NewEvent
  readonly also?: readonly Write[]
}

/**
 * Changes a tip for one who acts on it whatever it has come to, as its reporter does. `decide` may be asked again.
 * @returns undefined when `decide` finds nothing to change
 * @throws {DomainError} conflict, when others kept changing the tip; what `decide` throws
 */
export const changeLatestTip = async (
  ctx: Context,
  tipId: TipId,
  decide: (tip: StoredTip) => LatestChange | undefined | Promise<LatestChange | undefined>,
): Promise<Tip | undefined> =>
  retry(async () => {
    const tip = await getTipRecord(tipId)
    const change = await decide(tip)
    return change && changeTip(ctx, tip, change.patch, change.event, change.also)
  }, isLostRace)

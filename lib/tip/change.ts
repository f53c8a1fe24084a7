import { type Change, commit, movedOn } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { update, type Write } from "@/lib/store/transact"
import { findTip, shardOf } from "./find"
import { rowOf, type Tip } from "./tip"
import { TipEntity } from "./tip.entity"

type Patch = Partial<Pick<Tip, "status" | "declined" | "caseId" | "evidenceCount">> & {
  readonly claim?: Tip["claim"] | null
}

const patched = (tip: Tip, { claim, ...fields }: Patch): Tip => {
  const { claim: held, ...rest } = tip
  const kept = claim === undefined ? held : claim
  return { ...rest, ...fields, ...(kept ? { claim: kept } : {}) }
}

/** A changed tip and why, as one part of a commit. A `claim` of null takes the claim away. */
export const tipChange = (
  tip: Tip,
  patch: Patch,
  deed: Change["deed"],
  also: readonly Write[] = [],
): Change => {
  const after = patched(tip, patch)
  const { claim, ...fields } = patch
  return {
    file: tip.tipId,
    subject: tip.tipId,
    from: tip,
    deed,
    record: (next) => {
      const change = TipEntity.patch({ tipId: tip.tipId }).set({
        ...fields,
        ...(claim ? { claim } : {}),
        ...next,
        row: rowOf(after),
      })
      return update(
        (claim === null ? change.remove(["claim"]) : change)
          .composite({
            ...(fields.status ? {} : { status: tip.status }),
            shard: shardOf(tip.tipId),
            receivedAt: tip.receivedAt,
          })
          .where(({ version }, { eq }) => eq(version, tip.version)),
      )
    },
    also,
  }
}

/**
 * Changes a tip and records why.
 * @throws {DomainError} conflict with the rival, when the tip has moved on since it was read
 */
export const changeTip = async (
  ctx: Context,
  tip: Tip,
  patch: Patch,
  deed: Change["deed"],
  also: readonly Write[] = [],
): Promise<Tip> => {
  const [event] = await commit(ctx, tipChange(tip, patch, deed, also))
  return { ...patched(tip, patch), version: tip.version + 1, head: event?.hash ?? "" }
}

/**
 * Reads a tip on which a person means to act, having seen `version`.
 * @throws {DomainError} not-found; conflict, when it is no longer what the person saw
 */
export const getTipSeenAt = async (tipId: string, version: number): Promise<Tip> => {
  const tip = await findTip(tipId)
  if (!tip) throw new DomainError("not-found", { reason: "tip" })
  if (tip.version !== version) throw await movedOn(tipId, tipId)
  return tip
}

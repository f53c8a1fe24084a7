import { type Change, commit, type NewEvent, nextOf } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import type { TipId } from "@/lib/kernel/id"
import { update } from "@/lib/store/transact"
import { type Reward, type RewardAct, rewardAfter, rewardRow } from "./reward"
import { RewardEntity } from "./reward.entity"

/** A tip's events and its reward's lie in one file. */
export const subjectOf = (tipId: TipId) => `${tipId}-reward`

export const findReward = async (tipId: TipId): Promise<Reward | undefined> => {
  const { data } = await RewardEntity.get({ tipId }).go({ consistent: true })
  return data ?? undefined
}

/** @throws {DomainError} not-found */
export const getRewardRecord = async (tipId: TipId): Promise<Reward> => {
  const found = await findReward(tipId)
  if (!found) throw new DomainError("not-found", { reason: "reward" })
  return found
}

/**
 * The reward on which somebody means to act, and the status that the act leads to.
 * @throws {DomainError} not-found; conflict with the last change; conflict `reward-status`
 */
export const getSeenReward = async (
  { tipId, version: seen }: { readonly tipId: TipId; readonly version: number },
  act: RewardAct,
) => {
  const before = await getRewardRecord(tipId)
  const at = { file: tipId, subject: subjectOf(tipId), version: before.version, seen }
  return { before, status: await nextOf(at, rewardAfter(before.status, act), "reward-status") }
}

type Patch = Partial<Pick<Reward, "status" | "proposal" | "decidedBy" | "decidedAt" | "paidAt" | "payment">>

/** @param also what becomes true at the same moment */
export const changeReward = async (
  ctx: Context,
  before: Reward,
  patch: Patch,
  event: NewEvent,
  also: Change["also"] = [],
): Promise<void> => {
  const { tipId, claimedAt } = before
  await commit(ctx, {
    file: tipId,
    subject: subjectOf(tipId),
    from: before,
    event,
    record: (next) =>
      update(
        RewardEntity.patch({ tipId })
          .set({ ...patch, ...next, row: rewardRow({ ...before, ...patch }) })
          .composite({ claimedAt })
          .where(({ version }, { eq }) => eq(version, before.version)),
      ),
    also,
  })
}

import { z } from "zod"
import { commit, initialHead, isLostRace } from "@/lib/audit"
import { setting } from "@/lib/kernel/config"
import { reporterTipId } from "@/lib/kernel/context"
import { keyedBytes } from "@/lib/kernel/crypto"
import { DomainError } from "@/lib/kernel/errors"
import { encode, type TipId } from "@/lib/kernel/id"
import { grouped } from "@/lib/kernel/spoken-code"
import { verb } from "@/lib/kernel/verb"
import { put } from "@/lib/store/transact"
import { findReward, subjectOf } from "./change"
import { type Reward, rewardRow } from "./reward"
import { RewardEntity } from "./reward.entity"
import type { RewardClass } from "./rules"
import { standingOf } from "./standing"

/**
 * Claims the reward for one's own report. No name is asked for. Claimed again, it changes nothing.
 * @throws {DomainError} conflict `reward-not-first` for who reported later; conflict `reward-not-offered`
 */
export const claimReward = verb(
  { name: "reward.claim", by: ["reporter"], input: z.object({}) },
  async (ctx): Promise<void> => {
    const tipId = reporterTipId(ctx)
    if (await findReward(tipId)) return
    const standing = await standingOf(tipId, ctx.now)
    if (standing.is !== "open")
      throw new DomainError("conflict", {
        reason: standing.is === "later" ? "reward-not-first" : "reward-not-offered",
      })
    const { sites, found } = standing
    const reward: Reward = {
      tipId,
      caseId: found.caseId,
      status: "claimed",
      sites,
      claimedAt: ctx.now,
      demo: found.demo,
      ...initialHead,
    }
    try {
      await commit(ctx, {
        file: tipId,
        subject: subjectOf(tipId),
        from: initialHead,
        event: { type: "reward.claimed", data: { caseId: found.caseId, sites } },
        record: (next) =>
          put(RewardEntity.create({ ...reward, ...next, sites: [...sites], row: rewardRow(reward) })),
      })
    } catch (error) {
      if (!isLostRace(error)) throw error
    }
  },
)

/** By which somebody proves at the desk that a reward is theirs, without the receipt's own code. */
export const collectCodeOf = (tipId: TipId): string =>
  grouped(encode(keyedBytes(setting("RECEIPT_KEY"), "reward-collect", tipId)).slice(0, 12))

/** What a reporter reads of the reward for one's own report. */
export type FollowedReward =
  | { readonly is: "none" | "later" }
  | { readonly is: "open"; readonly sites: readonly string[]; readonly until: string }
  | { readonly is: "examined"; readonly claimedAt: string }
  | { readonly is: "refused"; readonly wording: string }
  | {
      readonly is: "awarded" | "paid"
      readonly class: RewardClass
      /** CNY. */
      readonly amount: number
      readonly wording: string
      readonly collectCode: string
    }

/** Whether a reward can be claimed for one's own report, and what came of a claim. */
export const followReward = verb(
  { name: "reward.follow", by: ["reporter"], input: z.object({}) },
  async (ctx): Promise<FollowedReward> => {
    const tipId = reporterTipId(ctx)
    const reward = await findReward(tipId)
    if (!reward) {
      const standing = await standingOf(tipId, ctx.now)
      if (standing.is !== "open") return standing
      return { is: "open", sites: standing.sites, until: standing.until }
    }
    const { status, proposal, claimedAt } = reward
    if (!proposal || status === "claimed" || status === "proposed") return { is: "examined", claimedAt }
    const { wording, amount } = proposal
    if (status === "refused" || !proposal.class) return { is: "refused", wording }
    return { is: status, class: proposal.class, amount, wording, collectCode: collectCodeOf(tipId) }
  },
)

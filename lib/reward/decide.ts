import { z } from "zod"
import { seenAs } from "@/lib/audit"
import { getCaseRecord } from "@/lib/case"
import { personRefOf, requireApprover } from "@/lib/kernel/context"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { type CaseId, TipId } from "@/lib/kernel/id"
import { asRead } from "@/lib/kernel/spoken-code"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { ConditionFailed, put } from "@/lib/store/transact"
import { changeReward, getSeenReward } from "./change"
import { collectCodeOf } from "./claim"
import { RewardTotalEntity } from "./reward.entity"
import { amountMaxOfCase, rewardChoices } from "./rules"
import { isVerified } from "./standing"

const Seen = seenAs({ tipId: TipId })

/** What has been awarded for a case, in CNY. */
export const awardedOfCase = async (caseId: CaseId): Promise<number> => {
  const { data } = await RewardTotalEntity.get({ caseId }).go({ consistent: true })
  return data?.amount ?? 0
}

/**
 * Proposes what a claim is worth, or to refuse it; a second person decides. A new proposal replaces the last.
 * @throws {DomainError} invalid `reward-too-large` where the rewards of the case would come to more than the rules allow;
 * `required` for an award without an amount; conflict with the last change; conflict `reward-status`
 */
export const proposeReward = verb(
  {
    name: "reward.propose",
    by: ["case-officer"],
    input: Seen.extend({
      /** `none`: to be refused. Always said, so that nobody is refused for what was forgotten. */
      class: z.enum(rewardChoices),
      /** CNY. */
      amount: z.int().min(1).max(amountMaxOfCase).optional(),
      wording: Written({ min: 10, max: 2_000 }),
    }),
  },
  async (ctx, { class: choice, amount: asked, wording, ...seen }): Promise<void> => {
    const { before, status } = await getSeenReward(seen, "propose")
    const rewardClass = choice === "none" ? undefined : choice
    if (rewardClass && asked === undefined) throw invalid(["amount"], "required")
    const amount = rewardClass ? (asked ?? 0) : 0
    const left = amountMaxOfCase - (await awardedOfCase(before.caseId))
    if (amount > left) throw invalid(["amount"], "reward-too-large", { max: left })
    const proposal = { class: rewardClass, amount, wording, by: personRefOf(ctx) }
    await changeReward(
      ctx,
      before,
      { status, proposal },
      { type: "reward.proposed", data: { class: rewardClass, amount, wording } },
    )
  },
)

/**
 * Decides as a first person proposed: awards the reward, or refuses it.
 * @throws {DomainError} forbidden `second-person`; conflict with the last change; conflict `reward-status`;
 * conflict `case-status` where the case is open again; conflict `reward-exceeds` where others of the case were awarded meanwhile
 */
export const decideReward = verb(
  { name: "reward.decide", by: ["case-officer"], input: Seen },
  async (ctx, seen): Promise<void> => {
    const { before } = await getSeenReward(seen, "award")
    const { proposal, caseId } = before
    if (!proposal) throw new DomainError("conflict", { reason: "reward-status" })
    requireApprover(ctx, proposal.by)
    const decided = { decidedBy: personRefOf(ctx), decidedAt: ctx.now }
    if (!proposal.class) {
      await changeReward(ctx, before, { status: "refused", ...decided }, { type: "reward.refused" })
      return
    }
    // It may have been opened again since the claim.
    if (!isVerified(await getCaseRecord(caseId))) throw new DomainError("conflict", { reason: "case-status" })
    const { class: rewardClass, amount } = proposal
    const awarded = await awardedOfCase(caseId)
    if (awarded + amount > amountMaxOfCase) throw new DomainError("conflict", { reason: "reward-exceeds" })
    try {
      await changeReward(
        ctx,
        before,
        { status: "awarded", ...decided },
        { type: "reward.awarded", data: { class: rewardClass, amount } },
        [
          put(
            RewardTotalEntity.put({ caseId, amount: awarded + amount }).where((total, { eq, notExists }) =>
              awarded > 0 ? eq(total.amount, awarded) : notExists(total.amount),
            ),
          ),
        ],
      )
    } catch (error) {
      if (error instanceof ConditionFailed) throw new DomainError("conflict", { reason: "reward-exceeds" })
      throw error
    }
  },
)

/**
 * Records that a reward was paid out to who told its code.
 * @throws {DomainError} invalid `code-wrong`; conflict with the last change; conflict `reward-status`
 */
export const payReward = verb(
  {
    name: "reward.pay",
    by: ["case-officer", "administrator"],
    input: Seen.extend({ code: Written({ min: 1, max: 60 }), payment: Written({ min: 2, max: 200 }) }),
  },
  async (ctx, { code, payment, ...seen }): Promise<void> => {
    const { before, status } = await getSeenReward(seen, "pay")
    if (asRead(code) !== asRead(collectCodeOf(before.tipId))) throw invalid(["code"], "code-wrong")
    await changeReward(
      ctx,
      before,
      { status, paidAt: ctx.now, payment },
      { type: "reward.paid", data: { payment } },
    )
  },
)

import { beforeAll, describe } from "vitest"
import type { TipId } from "@/lib/kernel/id"
import {
  collectCodeOf,
  decideReward,
  getReward,
  payReward,
  proposeReward,
  type RewardChoice,
} from "@/lib/reward"
import { lifecycles } from "@/tests/support/acts/lifecycles"
import { type Act, tryActs } from "@/tests/support/acts/try-acts"
import { as } from "@/tests/support/people"
import { claimedReward, rewardingCampaign } from "@/tests/support/reward"

const rewardOf = async (tipId: string) => (await getReward(as("auditor"), { tipId })).reward
const seen = async (tipId: string) => ({ tipId, version: (await rewardOf(tipId)).version })

const wording = "Specific, and key to the case."
const propose = (more: { class: RewardChoice; amount?: number }) => async (tipId: string) =>
  proposeReward(as("cai"), { ...(await seen(tipId)), wording, ...more })
const award = propose({ class: "second", amount: 5_000 })
const refuse = propose({ class: "none" })
const decide = async (tipId: string) => decideReward(as("dan"), await seen(tipId))
const payment = async (tipId: string) => ({
  ...(await seen(tipId)),
  code: collectCodeOf(tipId as TipId),
  payment: "2026-0031",
})

/** The steps that lead a claim into a state. */
const ways: Readonly<Record<string, readonly ((tipId: string) => Promise<unknown>)[]>> = {
  claimed: [],
  proposed: [award],
  awarded: [award, decide],
  refused: [refuse, decide],
  paid: [award, decide, async (tipId) => payReward(as("cai"), await payment(tipId))],
}

let made = 0
const makeBy = (steps: typeof ways) => async (state: string) => {
  made += 1
  const { tipId } = await claimedReward(`reward-acts-${made}.example`)
  for (const step of steps[state] ?? []) await step(tipId)
  return tipId
}

const stateOf = async (tipId: string) => (await rewardOf(tipId)).status

describe("what the staff may do to a claim of a reward", () => {
  beforeAll(rewardingCampaign)

  const decision: Act<string> = { run: async (ctx, tipId) => decideReward(ctx, await seen(tipId)) }
  const acts: Readonly<Record<string, Act<string>>> = {
    propose: {
      run: async (ctx, tipId) =>
        proposeReward(ctx, { ...(await seen(tipId)), class: "first", amount: 100, wording }),
    },
    award: decision,
    pay: { run: async (ctx, tipId) => payReward(ctx, await payment(tipId)) },
  }
  tryActs(lifecycles.reward, acts, makeBy(ways), stateOf)

  describe("once its refusal is proposed", () => {
    tryActs(lifecycles.reward, { refuse: decision }, makeBy({ ...ways, proposed: [refuse] }), stateOf)
  })
})

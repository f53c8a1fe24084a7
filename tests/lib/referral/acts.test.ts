import { beforeAll, describe } from "vitest"
import type { CaseId, ReferralId } from "@/lib/kernel/id"
import {
  acceptReferral,
  acknowledgeReferral,
  approveReferral,
  deliverReferral,
  editReferral,
  getReferral,
  reportReferral,
  returnReferral,
  withdrawReferral,
} from "@/lib/referral"
import { lifecycles } from "@/tests/support/acts/lifecycles"
import { type Act, tryActs } from "@/tests/support/acts/try-acts"
import { aCase, aDraft, enforcementWorld } from "@/tests/support/case"
import { as, system } from "@/tests/support/people"

type Ids = { readonly caseId: string; readonly referralId: ReferralId }

const reason = "A reason that is long enough."
const referralOf = async ({ caseId, referralId }: Ids) =>
  (await getReferral(as("cai"), { caseId, referralId })).referral
const seen = async (ids: Ids) => ({ ...ids, version: (await referralOf(ids)).version })

const approve = async (ids: Ids) => approveReferral(as("dan"), await seen(ids))
const deliver = (ids: Ids) => deliverReferral(system(), ids)
const acknowledge = async (ids: Ids) => acknowledgeReferral(as("officer"), await seen(ids))
const accept = async (ids: Ids) => acceptReferral(as("officer"), await seen(ids))

/** The steps that lead a draft into a state. */
const ways: Readonly<Record<string, readonly ((ids: Ids) => Promise<unknown>)[]>> = {
  draft: [],
  approved: [approve],
  delivered: [approve, deliver],
  acknowledged: [approve, deliver, acknowledge],
  accepted: [approve, deliver, acknowledge, accept],
  returned: [
    approve,
    deliver,
    acknowledge,
    async (ids) => returnReferral(as("officer"), { ...(await seen(ids)), reason }),
  ],
  reported: [
    approve,
    deliver,
    acknowledge,
    accept,
    async (ids) => reportReferral(as("officer"), await seen(ids)),
  ],
  withdrawn: [async (ids) => withdrawReferral(as("cai"), { ...(await seen(ids)), reason })],
}

const make = async (state: string): Promise<Ids> => {
  const { caseId, referralId } = await aDraft(await aCase())
  const ids = { caseId: caseId as CaseId, referralId }
  for (const step of ways[state] ?? []) await step(ids)
  return ids
}

const acts: Readonly<Record<string, Act<Ids>>> = {
  edit: { run: async (ctx, ids) => editReferral(ctx, { ...(await seen(ids)), reason }) },
  approve: { run: async (ctx, ids) => approveReferral(ctx, await seen(ids)) },
  acknowledge: { run: async (ctx, ids) => acknowledgeReferral(ctx, await seen(ids)) },
  accept: { run: async (ctx, ids) => acceptReferral(ctx, await seen(ids)) },
  return: { run: async (ctx, ids) => returnReferral(ctx, { ...(await seen(ids)), reason }) },
  report: { run: async (ctx, ids) => reportReferral(ctx, await seen(ids)) },
  withdraw: { run: async (ctx, ids) => withdrawReferral(ctx, { ...(await seen(ids)), reason }) },
}

describe("what the staff may do to a referral", () => {
  beforeAll(enforcementWorld)

  tryActs(lifecycles.referral, acts, make, async (ids) => (await referralOf(ids)).status)
})

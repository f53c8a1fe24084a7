import { beforeAll, describe } from "vitest"
import { markDuplicate, reopenTip } from "@/lib/case"
import type { TipId } from "@/lib/kernel/id"
import { withdrawTip } from "@/lib/reporter"
import { startSession } from "@/lib/session"
import {
  acceptTip,
  askReporter,
  claimTip,
  declineTip,
  escalateTip,
  getTip,
  handOverTip,
  releaseTip,
  takeOverTip,
} from "@/lib/tip"
import { lifecycles } from "@/tests/support/acts/lifecycles"
import { type Act, tryActs } from "@/tests/support/acts/try-acts"
import { runningCampaign, submitted } from "@/tests/support/factory"
import { as, moderator, people, reporterOf, system } from "@/tests/support/people"

type Ids = { readonly tipId: TipId; readonly earlier: string }

const campaign = "demo-2026"
const first = moderator("first")
const versionOf = async ({ tipId }: Ids) => (await getTip(as("auditor"), { tipId })).tip.version
const seen = async (ids: Ids) => ({ tipId: ids.tipId, version: await versionOf(ids) })

/** What brings a tip that the first moderator holds into a state. */
const ways: Readonly<Record<string, (ids: Ids) => Promise<unknown>>> = {
  received: async (ids) => releaseTip(first, await seen(ids)),
  screening: async () => undefined,
  "awaiting-reporter": async (ids) =>
    askReporter(first, { ...(await seen(ids)), question: "On which page is it?" }),
  accepted: async (ids) => acceptTip(first, { ...(await seen(ids)), campaign }),
  declined: async (ids) => declineTip(first, { ...(await seen(ids)), reason: "abusive" }),
  duplicate: async (ids) => markDuplicate(first, { ...(await seen(ids)), of: ids.earlier }),
  withdrawn: async ({ tipId }) => withdrawTip(reporterOf(tipId), {}),
}

const make = async (state: string): Promise<Ids> => {
  const earlier = (await submitted()).tipId
  const { tipId } = await submitted()
  await claimTip(first, { tipId })
  await ways[state]?.({ tipId, earlier })
  return { tipId, earlier }
}

const reason = "A reason that is long enough."

/** A claim of what awaits its reporter is possible once the time for an answer is over. */
const later = new Date(Date.now() + 20 * 86_400_000).toISOString()

const acts: Readonly<Record<string, Act<Ids>>> = {
  claim: { run: (ctx, { tipId }) => claimTip({ ...ctx, now: later }, { tipId }) },
  "take-over": { by: "second", run: async (ctx, ids) => takeOverTip(ctx, await seen(ids)) },
  release: { run: async (ctx, ids) => releaseTip(ctx, await seen(ids)) },
  ask: { run: async (ctx, ids) => askReporter(ctx, { ...(await seen(ids)), question: "On which page?" }) },
  accept: { run: async (ctx, ids) => acceptTip(ctx, { ...(await seen(ids)), campaign }) },
  decline: { run: async (ctx, ids) => declineTip(ctx, { ...(await seen(ids)), reason: "site-gone" }) },
  "mark-duplicate": {
    run: async (ctx, ids) => markDuplicate(ctx, { ...(await seen(ids)), of: ids.earlier }),
  },
  reopen: { run: async (ctx, ids) => reopenTip(ctx, { ...(await seen(ids)), reason }) },
  "hand-over": { run: async (ctx, ids) => handOverTip(ctx, { ...(await seen(ids)), to: "bo" }) },
  escalate: { run: async (ctx, ids) => escalateTip(ctx, { ...(await seen(ids)), reason }) },
}

describe("what the staff may do to a tip", () => {
  beforeAll(async () => {
    await runningCampaign()
    await startSession(system(), { person: people.bo })
  })

  tryActs(
    lifecycles.tip,
    acts,
    make,
    async ({ tipId }) => (await getTip(as("auditor"), { tipId })).tip.status,
  )
})

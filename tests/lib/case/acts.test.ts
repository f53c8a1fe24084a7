import { beforeAll, describe } from "vitest"
import { getCase } from "@/lib/case"
import { recordMeasure } from "@/lib/measure"
import {
  acceptReferral,
  acknowledgeReferral,
  confirmClosing,
  proposeClosing,
  reopenCase,
} from "@/lib/referral"
import { lifecycles } from "@/tests/support/acts/lifecycles"
import { type Act, tryActs } from "@/tests/support/acts/try-acts"
import { aCase, aDelivered, enforcementWorld } from "@/tests/support/case"
import { closeCase } from "@/tests/support/listed"
import { as } from "@/tests/support/people"

const caseOf = async (caseId: string) => (await getCase(as("auditor"), { caseId })).case
const seen = async (caseId: string) => ({ caseId, version: (await caseOf(caseId)).version })

/** What brings a case with one tip into a state. */
const ways: Readonly<Record<string, (caseId: string) => Promise<unknown>>> = {
  open: async () => undefined,
  referred: aDelivered,
  acting: async (caseId) => {
    const { referralId, version } = await aDelivered(caseId)
    await acknowledgeReferral(as("officer"), { caseId, referralId, version })
    await acceptReferral(as("officer"), { caseId, referralId, version: version + 1 })
  },
  closed: (caseId) => closeCase(caseId),
}

const make = async (state: string): Promise<string> => {
  const caseId = await aCase()
  await ways[state]?.(caseId)
  return caseId
}

const outcome = "penalised"
const measure = { metric: "links-removed", quantity: 1, document: "Minutes 1" } as const
const today = () => new Date().toISOString().slice(0, 10)

const acts: Readonly<Record<string, Act<string>>> = {
  "record-measure": {
    // Under a referral of their own alone.
    notHere: ["agency-officer"],
    run: (ctx, caseId) => recordMeasure(ctx, { caseId, ...measure, takenOn: today() }),
  },
  "propose-closing": {
    run: async (ctx, caseId) => proposeClosing(ctx, { ...(await seen(caseId)), outcome }),
  },
  reopen: {
    run: async (ctx, caseId) =>
      reopenCase(ctx, { ...(await seen(caseId)), reason: "A reason that is long enough." }),
  },
}

/** A case that a first person proposed to close, where that is possible. */
const proposed = async (state: string) => {
  const caseId = await make(state)
  if (state !== "closed") await proposeClosing(as("cai"), { ...(await seen(caseId)), outcome })
  return caseId
}

describe("what the staff may do to a case", () => {
  beforeAll(enforcementWorld)

  const stateOf = async (caseId: string) => (await caseOf(caseId)).status
  tryActs(lifecycles.case, acts, make, stateOf)

  describe("once its closing is proposed", () => {
    // A case that was referred is closed when its referrals have ended, which tests/lib/referral shows.
    const withoutReferrals = { ...lifecycles.case, states: ["open", "closed"] }
    const close: Act<string> = { run: async (ctx, caseId) => confirmClosing(ctx, await seen(caseId)) }
    tryActs(withoutReferrals, { close }, proposed, stateOf)
  })
})

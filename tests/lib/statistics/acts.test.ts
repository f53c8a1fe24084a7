import { describe } from "vitest"
import { approveFigures, discardFigures, draftFigures, getFigureDesk } from "@/lib/statistics"
import { lifecycles } from "@/tests/support/acts/lifecycles"
import { type Act, tryActs } from "@/tests/support/acts/try-acts"
import { countingCampaign, drafted, entry, published } from "@/tests/support/figures"
import { as } from "@/tests/support/people"

const setOf = async (campaign: string) => (await getFigureDesk(as("auditor"), { campaign })).atWork?.set
const seen = async (campaign: string) => ({ campaign, version: (await setOf(campaign))?.version ?? 0 })

const reason = "A reason that is long enough."
const discard = async (campaign: string) => discardFigures(as("pia"), { ...(await seen(campaign)), reason })

/** What brings the figures of a campaign with one entry into a state. */
const ways: Readonly<Record<string, (campaign: string) => Promise<unknown>>> = {
  none: async () => undefined,
  draft: drafted,
  published,
  discarded: async (campaign) => {
    await drafted(campaign)
    await discard(campaign)
  },
}

let made = 0
const make = async (state: string): Promise<string> => {
  made += 1
  const { campaign, caseId } = await countingCampaign(`figures-acts-${made}`)
  await entry(caseId, "links-removed", 3)
  await ways[state]?.(campaign)
  return campaign
}

const draft = { status: "interim", asOf: "2025-06-30", zeros: [] } as const

const acts: Readonly<Record<string, Act<string>>> = {
  draft: {
    run: async (ctx, campaign) => draftFigures(ctx, { ...(await seen(campaign)), ...draft, zeros: [] }),
  },
  discard: { run: async (ctx, campaign) => discardFigures(ctx, { ...(await seen(campaign)), reason }) },
  approve: { run: async (ctx, campaign) => approveFigures(ctx, await seen(campaign)) },
}

describe("what the staff may do to a campaign's figures", () => {
  tryActs(lifecycles["figure set"], acts, make, async (campaign) => (await setOf(campaign))?.state ?? "none")
})

import { describe } from "vitest"
import {
  endCampaign,
  findCampaign,
  findCampaignRecord,
  importCampaign,
  openCampaign,
  proposeEnd,
  withdrawEnd,
} from "@/lib/campaign"
import { lifecycles } from "@/tests/support/acts/lifecycles"
import { type Act, tryActs } from "@/tests/support/acts/try-acts"
import { as, system } from "@/tests/support/people"

const seen = async (slug: string) => ({ slug, version: (await findCampaignRecord(slug))?.version ?? 0 })
const endedOn = "2025-06-30"

const about = (slug: string) => ({
  slug,
  year: 2025,
  name: { zh: "行动", en: "Campaign" },
  agencies: ["mps"],
  focus: [],
})
const open = (slug: string) => openCampaign(system(), { ...about(slug), period: { from: "2025-05" } })
const propose = async (slug: string) => proposeEnd(as("quan"), { ...(await seen(slug)), endedOn })

/** What brings a new campaign into a state. */
const ways: Readonly<Record<string, (slug: string) => Promise<unknown>>> = {
  past: (slug) => importCampaign(system(), { ...about(slug), figures: [] }),
  running: open,
  ended: async (slug) => {
    await open(slug)
    await propose(slug)
    await endCampaign(as("administrator"), await seen(slug))
  },
}

let made = 0
const make = async (state: string): Promise<string> => {
  made += 1
  const slug = `acts-${made}`
  await ways[state]?.(slug)
  return slug
}

/** A campaign whose end somebody else proposed, where that is possible. */
const proposed = async (state: string): Promise<string> => {
  const slug = await make(state)
  if (state === "running") await propose(slug)
  return slug
}

const stateOf = async (slug: string) => (await findCampaign(slug))?.state ?? "none"

describe("what the staff may do to a campaign", () => {
  const proposal: Act<string> = {
    run: async (ctx, slug) => proposeEnd(ctx, { ...(await seen(slug)), endedOn }),
  }
  tryActs(lifecycles.campaign, { "propose-end": proposal }, make, stateOf)

  describe("once its end is proposed", () => {
    const acts: Readonly<Record<string, Act<string>>> = {
      "withdraw-end": { run: async (ctx, slug) => withdrawEnd(ctx, await seen(slug)) },
      end: { run: async (ctx, slug) => endCampaign(ctx, await seen(slug)) },
    }
    tryActs(lifecycles.campaign, acts, proposed, stateOf)
  })
})

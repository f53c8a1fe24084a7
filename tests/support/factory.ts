import { findCampaign, openCampaign } from "@/lib/campaign"
import { type Submitted, submitTip, submittedOf } from "@/lib/reporter"
import { acceptTip, claimTip } from "@/lib/tip"
import { as, system, visitor } from "./people"

type Submission = Parameters<typeof submitTip>[1]

export const aTip = (change: Partial<Submission> = {}): Submission => ({
  category: "film-tv",
  targets: ["https://films.pirate.example/watch/1"],
  work: "A film",
  description: "The whole film can be watched here without paying.",
  locale: "en",
  ...change,
})

export const submitted = async (change: Partial<Submission> = {}): Promise<Submitted> =>
  submittedOf(await submitTip(visitor(), aTip(change)))

/** The campaign that tests run, unless the seed has opened it already. */
export const runningCampaign = async () => {
  if (await findCampaign("demo-2026")) return
  await openCampaign(system(), {
    slug: "demo-2026",
    year: 2026,
    name: { zh: "演示行动", en: "Demo campaign" },
    agencies: ["mps", "miit"],
    showsRunning: true,
    focus: [],
    demo: true,
  })
}

/** A tip that a moderator accepted for a campaign. */
export const acceptedTip = async (change: Partial<Submission> = {}, campaign = "demo-2026") => {
  if (campaign === "demo-2026") await runningCampaign()
  const { tipId } = await submitted(change)
  const { version } = await claimTip(as("mei"), { tipId })
  return acceptTip(as("mei"), { tipId, version, campaign })
}

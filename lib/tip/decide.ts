import { z } from "zod"
import { campaignAfter, findCampaign } from "@/lib/campaign"
import { invalid } from "@/lib/kernel/errors"
import { AskedSlug } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { choosable, entryOf, settingsNow } from "@/lib/settings"
import { decideTip } from "./change"
import { getClaimedTip, Seen } from "./claimed"
import type { Tip } from "./tip"

const Note = z.string().trim().max(2_000).optional()

/**
 * Accepts a tip for a running campaign; a case opens, or takes it in, by a reaction.
 * @throws {DomainError} invalid `campaign-unknown`, `campaign-not-running`, `campaign-not-demo`
 * @throws {DomainError} conflict `tip-not-yours`, unless the caller holds the claim; conflict with the last change
 */
export const acceptTip = verb(
  { name: "tip.accept", by: ["moderator"], input: Seen.extend({ campaign: AskedSlug.min(1), note: Note }) },
  async (ctx, { tipId, version, campaign, note }): Promise<Tip> => {
    const { tip, status } = await getClaimedTip(ctx, { tipId, version }, "accept")
    await requireRunning(campaign, tip)
    return decideTip(
      ctx,
      tip,
      { status, acceptedFor: campaign },
      { type: "tip.accepted", data: { campaign, note, sites: tip.sites } },
    )
  },
)

/**
 * Declines a tip. The reporter reads `wording`, or the public wording of the reason where none is given, and never the
 * note. What the reason says is kept with the tip: an administrator may word it anew later.
 * @throws {DomainError} invalid `not-an-option` for a reason that is not to be chosen
 */
export const declineTip = verb(
  {
    name: "tip.decline",
    by: ["moderator"],
    input: Seen.extend({
      reason: z.string().min(1).max(60),
      note: Note,
      wording: z.string().trim().max(2_000).optional(),
    }),
  },
  async (ctx, { tipId, version, reason, note, wording }): Promise<Tip> => {
    const { tip, status } = await getClaimedTip(ctx, { tipId, version }, "decline")
    const { text } = await chosenReason(reason)
    const data = { reason, note, wording: wording || undefined }
    return decideTip(ctx, tip, { status, declined: { ...data, text } }, { type: "tip.declined", data })
  },
)

const chosenReason = async (code: string) => {
  const { entries } = await settingsNow()
  const entry = entryOf(choosable(entries, "decline-reason"), "decline-reason", code)
  if (!entry) throw invalid(["reason"], "not-an-option")
  return entry
}

/** What is made up for a demonstration counts in no real campaign. */
const requireRunning = async (slug: string, { demo }: Tip) => {
  const campaign = await findCampaign(slug)
  if (!campaign) throw invalid(["campaign"], "campaign-unknown")
  if (!campaignAfter(campaign.state, "accept-tip")) throw invalid(["campaign"], "campaign-not-running")
  if (demo && !campaign.demo) throw invalid(["campaign"], "campaign-not-demo")
}

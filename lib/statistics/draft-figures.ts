import { z } from "zod"
import { type Campaign, campaignAfter, findCampaign, metrics, publishedStatuses } from "@/lib/campaign"
import { type Context, personRefOf } from "@/lib/kernel/context"
import { requireBegun } from "@/lib/kernel/day"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { ledgerOf } from "@/lib/measure"
import { changeFigureSet, getSeenSet, Seen } from "./change-figures"
import { countAsOf, type FigureSet } from "./figure-set"

const Draft = Seen.extend({
  status: z.enum(publishedStatuses),
  asOf: z.iso.date(),
  /** Metrics without an entry of which the publisher says that they are zero, not unknown. */
  zeros: z.array(z.enum(metrics)),
})

/**
 * Adds up a campaign's ledger as of a day. What comes of it waits for a second publisher.
 * @throws {DomainError} not-found; conflict `campaign-state` for an imported campaign, `figures-state` while another
 * draft waits; conflict with the last change
 * @throws {DomainError} invalid at the field: `in-future`, `not-ended`, `too-early`, `after-final`, `has-entries`,
 * `nothing-counted`
 */
export const draftFigures = verb(
  { name: "figures.draft", by: ["publisher"], input: Draft },
  async (ctx, input): Promise<void> => {
    const { campaign, version, status, asOf, zeros } = input
    const found = await findCampaign(campaign)
    if (!found) throw new DomainError("not-found", { reason: "campaign" })
    if (!campaignAfter(found.state, "draft-figures"))
      throw new DomainError("conflict", { reason: "campaign-state" })
    const { set, state } = await getSeenSet({ campaign, version }, "draft")
    requirePossible(ctx, found, set, input)
    const figures = countAsOf(await ledgerOf(campaign), { asOf, until: ctx.now, zeros })
    if (zeros.some((metric) => figures.some((figure) => figure.metric === metric && figure.entries > 0)))
      throw invalid(["zeros"], "has-entries")
    if (figures.length === 0) throw invalid(["asOf"], "nothing-counted")
    await changeFigureSet(
      ctx,
      set,
      {
        campaign,
        state,
        status,
        asOf,
        figures,
        draftedBy: personRefOf(ctx),
        draftedAt: ctx.now,
        published: set?.published ?? 0,
        publishedAs: set?.publishedAs,
      },
      { type: "figures.drafted", data: { status, asOf, figures } },
    )
  },
)

/** Throws a draft away, for a reason that stays on record: a mistaken one, or to draft anew. */
export const discardFigures = verb(
  {
    name: "figures.discard",
    by: ["publisher"],
    input: Seen.extend({ reason: Written({ min: 5, max: 1_000 }) }),
  },
  async (ctx, { campaign, version, reason }): Promise<void> => {
    const { set, state } = await getSeenSet({ campaign, version }, "discard")
    if (!set) throw new DomainError("conflict", { reason: "figures-state" })
    await changeFigureSet(ctx, set, { ...set, state }, { type: "figures.discarded", data: { reason } })
  },
)

const requirePossible = (
  ctx: Context,
  { endedOn }: Campaign,
  set: FigureSet | undefined,
  { status, asOf }: z.infer<typeof Draft>,
) => {
  requireBegun(["asOf"], asOf, ctx.now)
  if (status === "interim" && set?.publishedAs === "final") throw invalid(["status"], "after-final")
  if (status === "interim") return
  if (!endedOn) throw invalid(["status"], "not-ended")
  if (asOf < endedOn) throw invalid(["asOf"], "too-early", { from: endedOn })
}

import { z } from "zod"
import { commit, type NewEvent, nextOf, seenAs } from "@/lib/audit"
import { type Context, personRefOf, requireApprover } from "@/lib/kernel/context"
import { requireBegun } from "@/lib/kernel/day"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { AskedSlug } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { put } from "@/lib/store/transact"
import { type CampaignAct, campaignAfter } from "./campaign"
import { CampaignEntity, type CampaignRecord } from "./campaign.entity"
import { findCampaignRecord } from "./get"

const by = ["publisher", "administrator"] as const
const Seen = seenAs({ slug: AskedSlug })

/**
 * Proposes the last day of a campaign, which a second person has to confirm.
 * @throws {DomainError} not-found; conflict with the last change; conflict `campaign-not-running`
 * @throws {DomainError} invalid `in-future`; `too-early`, before the campaign began
 */
export const proposeEnd = verb(
  { name: "campaign.proposeEnd", by, input: Seen.extend({ endedOn: z.iso.date() }) },
  async (ctx, { endedOn, ...seen }): Promise<void> => {
    const { known, state } = await getSeen(seen, "propose-end")
    requireBegun(["endedOn"], endedOn, ctx.now)
    const from = known.period?.from ?? String(known.year)
    if (endedOn < from) throw invalid(["endedOn"], "too-early", { from })
    const ending = { endedOn, by: personRefOf(ctx), at: ctx.now }
    await change(
      ctx,
      known,
      { ...known, state, ending },
      { type: "campaign.end-proposed", data: { endedOn } },
    )
  },
)

/** Takes a proposed end back. @throws {DomainError} as `proposeEnd`; conflict `end-not-proposed` */
export const withdrawEnd = verb(
  { name: "campaign.withdrawEnd", by, input: Seen },
  async (ctx, seen): Promise<void> => {
    const { known, state } = await getSeen(seen, "withdraw-end")
    const { endedOn } = proposed(known)
    const { ending: _, ...rest } = known
    await change(ctx, known, { ...rest, state }, { type: "campaign.end-withdrawn", data: { endedOn } })
  },
)

/**
 * Ends a campaign as a first person proposed: no tip is accepted for it any more, its count is no longer shown, and
 * final figures can be drafted. Its cases go on, and their measures still enter its ledger.
 * @throws {DomainError} not-found; conflict with the last change; conflict `campaign-not-running`, `end-not-proposed`
 * @throws {DomainError} forbidden `second-person`
 */
export const endCampaign = verb(
  { name: "campaign.end", by, input: Seen },
  async (ctx, seen): Promise<void> => {
    const { known, state } = await getSeen(seen, "end")
    const { endedOn, by: first } = proposed(known)
    requireApprover(ctx, first)
    const { ending: _, ...rest } = known
    await change(ctx, known, { ...rest, state, endedOn }, { type: "campaign.ended", data: { endedOn } })
  },
)

const fileOf = (slug: string) => `campaign#${slug}`

const getSeen = async ({ slug, version }: z.infer<typeof Seen>, act: CampaignAct) => {
  const known = await findCampaignRecord(slug)
  if (!known) throw new DomainError("not-found", { reason: "campaign" })
  const state = await nextOf(
    { file: fileOf(slug), version: known.version, seen: version },
    campaignAfter(known.state, act),
    "campaign-not-running",
  )
  return { known, state }
}

const proposed = ({ ending }: CampaignRecord) => {
  if (!ending) throw new DomainError("conflict", { reason: "end-not-proposed" })
  return ending
}

const change = (ctx: Context, before: CampaignRecord, after: CampaignRecord, event: NewEvent) =>
  commit(ctx, {
    file: fileOf(before.slug),
    subject: fileOf(before.slug),
    from: before,
    event,
    record: (next) =>
      put(
        CampaignEntity.put({ ...after, ...next }).where(({ version }, { eq }) => eq(version, before.version)),
      ),
  })

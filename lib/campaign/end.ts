import { z } from "zod"
import { commit, nextOf, seenAs } from "@/lib/audit"
import { requireBegun } from "@/lib/kernel/day"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { AskedSlug } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { put } from "@/lib/store/transact"
import { campaignAfter } from "./campaign"
import { CampaignEntity } from "./campaign.entity"
import { findCampaignRecord } from "./get"

/**
 * Ends a campaign: no tip is accepted for it any more, its count is no longer shown, and final figures can be drafted.
 * Its cases go on, and their measures still enter its ledger.
 * @throws {DomainError} not-found; conflict with the last change; conflict `campaign-not-running`
 * @throws {DomainError} invalid `in-future`; `too-early`, before the campaign began
 */
export const endCampaign = verb(
  {
    name: "campaign.end",
    by: ["publisher", "administrator"],
    input: seenAs({ slug: AskedSlug }).extend({ endedOn: z.iso.date() }),
  },
  async (ctx, { slug, version, endedOn }): Promise<void> => {
    const file = `campaign#${slug}`
    const known = await findCampaignRecord(slug)
    if (!known) throw new DomainError("not-found", { reason: "campaign" })
    const state = await nextOf(
      { file, version: known.version, seen: version },
      campaignAfter(known.state, "end"),
      "campaign-not-running",
    )
    requireBegun(["endedOn"], endedOn, ctx.now)
    const from = known.period?.from ?? String(known.year)
    if (endedOn < from) throw invalid(["endedOn"], "too-early", { from })
    await commit(ctx, {
      file,
      subject: file,
      from: known,
      event: { type: "campaign.ended", data: { endedOn } },
      record: (next) =>
        put(
          CampaignEntity.put({ ...known, state, endedOn, ...next }).where((record, { eq }) =>
            eq(record.version, version),
          ),
        ),
    })
  },
)

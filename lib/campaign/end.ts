import { z } from "zod"
import { commit, conflictAt } from "@/lib/audit"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { put } from "@/lib/store/transact"
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
    input: z.object({ slug: z.string(), version: z.int(), endedOn: z.iso.date() }),
  },
  async (ctx, { slug, version, endedOn }): Promise<void> => {
    const file = `campaign#${slug}`
    const known = await findCampaignRecord(slug)
    if (!known) throw new DomainError("not-found", { reason: "campaign" })
    if (known.version !== version) throw await conflictAt(file, file)
    if (known.state !== "running") throw new DomainError("conflict", { reason: "campaign-not-running" })
    // A day may have begun east of UTC before it does here.
    if (Date.parse(endedOn) > Date.parse(ctx.now) + 86_400_000) throw invalid(["endedOn"], "in-future")
    const from = known.period?.from ?? String(known.year)
    if (endedOn < from) throw invalid(["endedOn"], "too-early", { from })
    await commit(ctx, {
      file,
      subject: file,
      from: known,
      event: { type: "campaign.ended", data: { endedOn } },
      record: (next) =>
        put(
          CampaignEntity.put({ ...known, state: "ended", endedOn, ...next }).where((record, { eq }) =>
            eq(record.version, version),
          ),
        ),
    })
  },
)

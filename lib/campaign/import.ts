import { z } from "zod"
import { commit, initialHead, requireSeen } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { canonical, sha256 } from "@/lib/kernel/crypto"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { put, remove, type Write } from "@/lib/store/transact"
import {
  type Campaign,
  CampaignInput,
  metrics,
  precisions,
  publishedStatuses,
  Source,
  widerUnits,
} from "./campaign"
import { CampaignEntity, type CampaignRecord, FigureEntity } from "./campaign.entity"
import { figuresOf, findCampaignRecord } from "./get"

const ImportedFigure = z.object({
  metric: z.enum(metrics),
  value: z.int().nonnegative(),
  precision: z.enum(precisions),
  status: z.enum(publishedStatuses),
  asOf: z.string().optional(),
  publishedOn: z.string(),
  counts: z.enum(widerUnits).optional(),
  note: z.string().optional(),
  sources: z.array(Source).min(1),
})
type ImportedFigure = z.infer<typeof ImportedFigure>

/**
 * Takes in a past campaign with its published figures and their sources. The same again changes nothing; a corrected
 * import takes the place of the one before, and the event says so.
 * @throws {DomainError} conflict `campaign-state` for a campaign that runs here
 */
export const importCampaign = verb(
  {
    name: "campaign.import",
    by: ["system"],
    input: CampaignInput.extend({ figures: z.array(ImportedFigure) }),
  },
  async (ctx, { figures, ...campaign }): Promise<void> => {
    const contentHash = sha256(canonical({ ...campaign, figures }))
    await keep(ctx, { ...campaign, state: "past" }, contentHash, "campaign.imported", async () => [
      ...(await withdrawn(campaign.slug, figures)),
      ...figures.map((figure) => put(FigureEntity.put({ ...figure, campaign: campaign.slug }))),
    ])
  },
)

/**
 * Opens a campaign that counts its own ledger, or changes what is said of it. One that has ended stays so, and a
 * proposed end stays proposed.
 * @param version of the campaign as a person saw it; without one a person opens a new campaign
 * @throws {DomainError} conflict `campaign-state` for one that was imported; conflict with the last change
 * @throws {DomainError} invalid `slug-taken`
 */
export const openCampaign = verb(
  {
    name: "campaign.open",
    by: ["administrator", "system"],
    input: CampaignInput.extend({ version: z.int().positive().optional() }),
  },
  async (ctx, { version, ...campaign }): Promise<void> => {
    const contentHash = sha256(canonical(campaign))
    const known = await findCampaignRecord(campaign.slug)
    if (known && known.state !== "past" && ctx.actor.kind === "person") {
      if (version === undefined) throw invalid(["slug"], "slug-taken")
      await requireSeen({ file: `campaign#${campaign.slug}`, version: known.version, seen: version })
    }
    const standing =
      known?.endedOn === undefined
        ? { state: "running" as const, ending: known?.ending }
        : { state: "ended" as const, endedOn: known.endedOn }
    await keep(ctx, { ...campaign, ...standing }, contentHash, "campaign.opened", async () => [])
  },
)

const keep = async (
  ctx: Context,
  campaign: Campaign & Pick<CampaignRecord, "ending">,
  contentHash: string,
  type: "campaign.imported" | "campaign.opened",
  also: () => Promise<Write[]>,
) => {
  const { slug, state } = campaign
  const known = await findCampaignRecord(slug)
  if (known?.contentHash === contentHash) return
  if (known && known.state !== state) throw new DomainError("conflict", { reason: "campaign-state" })
  const file = `campaign#${slug}`
  await commit(ctx, {
    file,
    subject: file,
    from: known ?? initialHead,
    event: { type, data: { contentHash } },
    record: (next) => {
      const record = { ...campaign, contentHash, ...next }
      return put(
        known
          ? CampaignEntity.put(record).where(({ version }, { eq }) => eq(version, known.version))
          : CampaignEntity.create(record),
      )
    },
    also: await also(),
  })
}

/** Published figures that a corrected import no longer holds. */
const withdrawn = async (slug: string, kept: readonly ImportedFigure[]): Promise<Write[]> =>
  (await figuresOf(slug))
    .filter(({ status }) => status !== "running")
    .filter(({ metric, status }) => !kept.some((one) => one.metric === metric && one.status === status))
    .map(({ metric, status }) => remove(FigureEntity.delete({ campaign: slug, metric, status })))

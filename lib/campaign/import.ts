import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { put, transact } from "@/lib/store/transact"
import { type Campaign, CampaignInput, metrics, Source } from "./campaign"
import { CampaignEntity, FigureEntity } from "./campaign.entity"

const Imported = CampaignInput.extend({
  figures: z.array(
    z.object({
      metric: z.enum(metrics),
      value: z.int().nonnegative(),
      rounded: z.boolean(),
      status: z.enum(["interim", "final"]),
      asOf: z.string(),
      note: z.string().optional(),
      sources: z.array(Source).min(1),
    }),
  ),
})

/** Takes in a past campaign with its published figures and their sources. Done again, it changes nothing. */
export const importCampaign = verb(
  { name: "campaign.import", by: ["system"], input: Imported },
  async (_ctx, { figures, ...campaign }): Promise<void> => {
    const record: Campaign = { ...campaign, state: "past" }
    await transact([
      put(CampaignEntity.put(record)),
      ...figures.map((figure) => put(FigureEntity.put({ ...figure, campaign: campaign.slug }))),
    ])
  },
)

/** Opens a campaign, or changes what is said of it. Its figures are its ledger's. */
export const openCampaign = verb(
  { name: "campaign.open", by: ["system"], input: CampaignInput },
  async (_ctx, campaign): Promise<void> => {
    await transact([put(CampaignEntity.put({ ...campaign, state: "running" }))])
  },
)

import { z } from "zod"
import type { Context } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { AskedSlug } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { type Campaign, type Figure, inOrder, type Metric } from "./campaign"
import { CampaignEntity, type CampaignRecord, FigureEntity, type FigureRecord } from "./campaign.entity"

/** All campaigns, newest first. */
export const listCampaigns = verb(
  { name: "campaign.list", by: ["visitor"], input: z.object({}) },
  async (): Promise<Campaign[]> => {
    const { data } = await CampaignEntity.query.all({}).go({ pages: "all" })
    return data.map(toCampaign).toSorted((a, b) => b.year - a.year || (a.slug < b.slug ? -1 : 1))
  },
)

export type CampaignFigures = { readonly campaign: Campaign; readonly figures: readonly Figure[] }

/**
 * One that has ended counts on, but shows what was published alone. The public sees a running count only where the
 * campaign says so.
 */
const withFigures = (ctx: Context, campaign: Campaign, figures: readonly Figure[]): CampaignFigures => {
  const showsRunning =
    campaign.state !== "ended" && (campaign.showsRunning === true || ctx.actor.kind === "person")
  return { campaign, figures: figures.filter(({ status }) => showsRunning || status !== "running") }
}

/** All campaigns with what `getCampaign` gives of each, newest first. */
export const listCampaignFigures = verb(
  { name: "campaign.listFigures", by: ["visitor"], input: z.object({}) },
  async (ctx): Promise<CampaignFigures[]> => {
    const campaigns = await listCampaigns(ctx, {})
    return Promise.all(
      campaigns.map(async (campaign) => withFigures(ctx, campaign, await figuresOf(campaign.slug))),
    )
  },
)

/** A campaign with its figures. @throws {DomainError} not-found */
export const getCampaign = verb(
  { name: "campaign.get", by: ["visitor"], input: z.object({ slug: AskedSlug }) },
  async (ctx, { slug }): Promise<CampaignFigures> => {
    const [campaign, figures] = await Promise.all([findCampaign(slug), figuresOf(slug)])
    if (!campaign) throw new DomainError("not-found", { reason: "campaign" })
    return withFigures(ctx, campaign, figures)
  },
)

/** Not a verb: for other nouns. */
export const findCampaign = async (slug: string): Promise<Campaign | undefined> => {
  const record = await findCampaignRecord(slug)
  return record && toCampaign(record)
}

export const findCampaignRecord = async (slug: string): Promise<CampaignRecord | undefined> => {
  const { data } = await CampaignEntity.get({ slug }).go({ consistent: true })
  return data ?? undefined
}

const toCampaign = ({
  contentHash: _hash,
  version: _version,
  head: _head,
  ending: _ending,
  ...campaign
}: CampaignRecord): Campaign => campaign

export const figuresOf = async (campaign: string): Promise<Figure[]> => {
  const { data } = await FigureEntity.query.campaign({ campaign }).go({ pages: "all", consistent: true })
  return inOrder(data.map(toFigure))
}

const toFigure = (record: FigureRecord): Figure => {
  const { metric, value, status, precision, rounded, counts, note, sources, ledger } = record
  return {
    metric,
    value,
    status,
    precision: precision ?? (rounded ? "rounded" : "exact"),
    ...datesOf(record),
    counts,
    note,
    sources: sources ?? [],
    ledger,
  }
}

/** Imported records from before the two dates were told apart say when their source was published. */
const datesOf = ({ asOf, publishedOn, sources }: FigureRecord): Pick<Figure, "asOf" | "publishedOn"> =>
  sources && !publishedOn ? { publishedOn: asOf } : { asOf, publishedOn }

/** What the ledger's entries have been counted to so far. Not a verb: for reactions and reconciliation. */
export const runningFiguresOf = async (
  slug: string,
): Promise<{ metric: Metric; value: number; asOf?: string }[]> =>
  (await figuresOf(slug)).filter(({ status }) => status === "running")

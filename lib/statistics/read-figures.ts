import { z } from "zod"
import { type AuditEvent, eventsOf } from "@/lib/audit"
import {
  type Campaign,
  type Figure,
  findCampaign,
  findCampaignRecord,
  type ProposedEnd,
} from "@/lib/campaign"
import { DomainError } from "@/lib/kernel/errors"
import { AskedSlug } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { ledgerOf } from "@/lib/measure"
import { fileOf, findFigureSet } from "./change-figures"
import { type Counted, type CountedFigure, countAsOf, type FigureSet, type Revision } from "./figure-set"
import { RevisionEntity } from "./figure-set.entity"

/** A set, with what the ledger gives now for the same day: they differ where an entry was recorded since. */
export type Compared<Set extends Counted> = { readonly set: Set; readonly now: readonly CountedFigure[] }

export type FigureDesk = {
  readonly campaign: Campaign
  /** For the form that ends it. */
  readonly campaignVersion: number
  readonly ending: ProposedEnd | undefined
  readonly atWork: Compared<FigureSet> | undefined
  /** Newest first. */
  readonly revisions: readonly Compared<Revision>[]
  readonly events: readonly AuditEvent[]
}

/** What publishers work with, of a campaign's figures. @throws {DomainError} not-found */
export const getFigureDesk = verb(
  {
    name: "figures.getDesk",
    by: ["publisher", "auditor", "administrator"],
    input: z.object({ campaign: AskedSlug }),
  },
  async (ctx, { campaign: slug }): Promise<FigureDesk> => {
    const [campaign, record, set, revisions, ledger, events] = await Promise.all([
      findCampaign(slug),
      findCampaignRecord(slug),
      findFigureSet(slug),
      revisionsOf(slug),
      ledgerOf(slug),
      eventsOf(fileOf(slug)),
    ])
    if (!campaign || !record) throw new DomainError("not-found", { reason: "campaign" })
    const compared = <Set extends Counted>(of: Set): Compared<Set> => ({
      set: of,
      now: countAsOf(ledger, { asOf: of.asOf, until: ctx.now }),
    })
    return {
      campaign,
      campaignVersion: record.version,
      ending: record.ending,
      atWork: set && compared(set),
      revisions: revisions.map(compared),
      events,
    }
  },
)

/** A revision as the public knows it: what was published, not by whom. */
export type PublishedSet = Pick<Revision, "number" | "status" | "asOf" | "publishedAt" | "figures"> & {
  /** The number of the latest revision; what came before it is superseded. */
  readonly latest: number
}

/** A revision's figures, as a campaign has them. */
export const figuresOf = ({ number, status, asOf, publishedAt, figures }: PublishedSet): Figure[] =>
  figures.map(({ metric, value, entries }) => ({
    metric,
    value,
    status,
    precision: "exact",
    asOf,
    publishedOn: publishedAt,
    sources: [],
    ledger: { revision: number, entries },
  }))

/** All revisions of a campaign's figures, newest first; none of a campaign that is not there. */
export const listRevisions = verb(
  { name: "figures.listRevisions", by: ["visitor"], input: z.object({ campaign: AskedSlug }) },
  async (_ctx, { campaign }): Promise<PublishedSet[]> => {
    const revisions = await revisionsOf(campaign)
    return revisions.map(({ number, status, asOf, publishedAt, figures }) => ({
      number,
      status,
      asOf,
      publishedAt,
      figures,
      latest: revisions[0]?.number ?? number,
    }))
  },
)

/** Newest first. Not a verb: for reconciliation. */
export const revisionsOf = async (campaign: string): Promise<Revision[]> => {
  const { data } = await RevisionEntity.query
    .revision({ campaign })
    .go({ pages: "all", order: "desc", consistent: true })
  return data
}

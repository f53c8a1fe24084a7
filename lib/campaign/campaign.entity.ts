import { CustomAttributeType, Entity } from "electrodb"
import type { PersonRef } from "@/lib/kernel/actor"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import {
  type Campaign,
  campaignStates,
  type Figure,
  figureStatuses,
  metrics,
  type Precision,
  precisions,
  type Source,
  widerUnits,
} from "./campaign"

/** Answers: all campaigns (one partition: there is one a year). */
export const CampaignEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "campaign", version: "1", service },
        attributes: {
          slug: { type: "string", required: true },
          year: { type: "number", required: true },
          ordinal: { type: "number" },
          name: { type: CustomAttributeType<Campaign["name"]>("any"), required: true },
          period: { type: CustomAttributeType<NonNullable<Campaign["period"]>>("any") },
          agencies: { type: CustomAttributeType<string[]>("any"), required: true },
          focus: { type: CustomAttributeType<string[]>("any"), required: true },
          absent: { type: CustomAttributeType<NonNullable<Campaign["absent"]>>("any") },
          demo: { type: "boolean" },
          state: { type: campaignStates, required: true },
          endedOn: { type: "string" },
          showsRunning: { type: "boolean" },
          offersRewards: { type: "boolean" },
          ending: { type: CustomAttributeType<ProposedEnd>("any") },
          /** Of all that was taken in, so that the same again changes nothing. */
          contentHash: { type: "string", required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          all: {
            pk: { field: "pk", composite: [], template: "campaigns" },
            sk: { field: "sk", composite: ["slug"], template: "${slug}" },
          },
        },
      },
      tableConfig,
    ),
)

/** Answers: the figures of a campaign, published and running, in one read. */
export const FigureEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "figure", version: "1", service },
        attributes: {
          campaign: { type: "string", required: true },
          status: { type: figureStatuses, required: true },
          metric: { type: metrics, required: true },
          value: { type: "number", required: true },
          asOf: { type: "string" },
          publishedOn: { type: "string" },
          precision: { type: precisions },
          counts: { type: widerUnits },
          /** Instead of `precision` in records from before it. */
          rounded: { type: "boolean" },
          note: { type: "string" },
          sources: { type: CustomAttributeType<Source[]>("any") },
          ledger: { type: CustomAttributeType<NonNullable<Figure["ledger"]>>("any") },
        },
        indexes: {
          campaign: {
            pk: { field: "pk", composite: ["campaign"], template: "campaign#${campaign}" },
            sk: { field: "sk", composite: ["status", "metric"], template: "figure#${status}#${metric}" },
          },
        },
      },
      tableConfig,
    ),
)

/** What one person proposed and a second one has to confirm. */
export type ProposedEnd = { readonly endedOn: string; readonly by: PersonRef; readonly at: string }

export type CampaignRecord = Campaign & {
  readonly ending?: ProposedEnd
  readonly contentHash: string
  readonly version: number
  readonly head: string
}

/** A figure's record as a reader knows it. */
export type FigureRecord = Omit<Figure, "precision" | "sources"> & {
  readonly precision?: Precision
  readonly rounded?: boolean
  readonly sources?: readonly Source[]
}

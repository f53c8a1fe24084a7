import { CustomAttributeType, Entity } from "electrodb"
import { publishedStatuses } from "@/lib/campaign"
import type { PersonRef } from "@/lib/kernel/actor"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import { type CountedFigure, figureSetStates } from "./figure-set"

const counted = {
  campaign: { type: "string", required: true },
  status: { type: publishedStatuses, required: true },
  asOf: { type: "string", required: true },
  figures: { type: CustomAttributeType<readonly CountedFigure[]>("any"), required: true },
  draftedBy: { type: CustomAttributeType<PersonRef>("any"), required: true },
  draftedAt: { type: "string", required: true },
} as const

const pk = { field: "pk", composite: ["campaign"], template: "campaign#${campaign}" } as const

/** Answers: the set of figures that a campaign's publishers work on. */
export const FigureSetEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "figure-set", version: "1", service },
        attributes: {
          ...counted,
          state: { type: figureSetStates, required: true },
          published: { type: "number", required: true },
          publishedAs: { type: publishedStatuses },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: { campaign: { pk, sk: { field: "sk", composite: [], template: "figures" } } },
      },
      tableConfig,
    ),
)

/** Answers: one published revision (by number); all of a campaign, newest first. Written once. */
export const RevisionEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "figure-revision", version: "1", service },
        attributes: {
          ...counted,
          number: { type: "number", required: true, padding: { length: 4, char: "0" } },
          approvedBy: { type: CustomAttributeType<PersonRef>("any"), required: true },
          publishedAt: { type: "string", required: true },
        },
        indexes: {
          revision: { pk, sk: { field: "sk", composite: ["number"], template: "revision#${number}" } },
        },
      },
      tableConfig,
    ),
)

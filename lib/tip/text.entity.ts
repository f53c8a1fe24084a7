import { CustomAttributeType, Entity } from "electrodb"
import type { TipId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import type { Tip } from "./tip"

/** Answers: what a tip tells at length, where that lies apart from its record (docs/decisions/0098). It never changes. */
export const TextEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "tip-text", version: "1", service },
        attributes: {
          tipId: { type: CustomAttributeType<TipId>("string"), required: true },
          description: { type: "string", required: true },
          targets: { type: CustomAttributeType<Tip["targets"]>("any"), required: true },
          expiresAt: { type: "number" },
        },
        indexes: {
          tip: {
            pk: { field: "pk", composite: ["tipId"], template: "${tipId}" },
            sk: { field: "sk", composite: [], template: "text" },
          },
        },
      },
      tableConfig,
    ),
)

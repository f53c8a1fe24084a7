import { CustomAttributeType, Entity } from "electrodb"
import type { TipId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"

/** Answers: who looks at a tip at present (by partition). Forgotten within minutes, and part of no record. */
export const PresenceEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "presence", version: "1", service },
        attributes: {
          tipId: { type: CustomAttributeType<TipId>("string"), required: true },
          personId: { type: "string", required: true },
          name: { type: "string", required: true },
          seenAt: { type: "string", required: true },
          /** Epoch seconds. */
          expiresAt: { type: "number", required: true },
        },
        indexes: {
          tip: {
            pk: { field: "pk", composite: ["tipId"], template: "presence#${tipId}" },
            sk: { field: "sk", composite: ["personId"], template: "presence#${personId}", casing: "none" },
          },
        },
      },
      tableConfig,
    ),
)

import { CustomAttributeType, Entity } from "electrodb"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"

/** Answers: what the public may send at present. One record; absent, all is open. */
export const ValveEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "valve", version: "1", service },
        attributes: {
          state: { type: ["open", "uploads-shut", "reports-shut"] as const, required: true },
          message: { type: CustomAttributeType<{ zh: string; en: string }>("any") },
          changedBy: { type: "string", required: true },
          changedAt: { type: "string", required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          valve: {
            pk: { field: "pk", composite: [], template: "valve" },
            sk: { field: "sk", composite: [], template: "valve" },
          },
        },
      },
      tableConfig,
    ),
)

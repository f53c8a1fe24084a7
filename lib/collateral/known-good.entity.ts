import { CustomAttributeType, Entity } from "electrodb"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import type { KnownGood } from "./known-good"

/** Answers: the domains that administrators called known-good. There is one list. */
export const KnownGoodEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "known-good", version: "1", service },
        attributes: {
          entries: { type: CustomAttributeType<KnownGood[]>("any"), required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          list: {
            pk: { field: "pk", composite: [], template: "known-good" },
            sk: { field: "sk", composite: [], template: "known-good" },
          },
        },
      },
      tableConfig,
    ),
)

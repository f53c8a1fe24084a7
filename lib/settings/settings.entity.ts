import { CustomAttributeType, Entity } from "electrodb"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import type { Contacts } from "./contacts"
import type { Entry } from "./entry"
import type { Retention } from "./retention"
import type { SetLimits } from "./set-limits"
import type { Targets } from "./targets"

/** Answers: what administrators set. One record; absent, the defaults hold. */
export const SettingsEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "settings", version: "1", service },
        attributes: {
          entries: { type: CustomAttributeType<Entry[]>("any"), required: true },
          targets: { type: CustomAttributeType<Targets>("any"), required: true },
          limits: { type: CustomAttributeType<SetLimits>("any") },
          contacts: { type: CustomAttributeType<Contacts>("any") },
          retention: { type: CustomAttributeType<Retention>("any") },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          settings: {
            pk: { field: "pk", composite: [], template: "settings" },
            sk: { field: "sk", composite: [], template: "settings" },
          },
        },
      },
      tableConfig,
    ),
)

import { Entity } from "electrodb"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"

/** Answers: what was typed into one form and not taken. Unreadable without the secret in the visitor's browser. */
export const FormEntryEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "form-entry", version: "1", service },
        attributes: {
          entryId: { type: "string", required: true },
          /** Compact JWE. */
          sealed: { type: "string", required: true },
          /** Epoch seconds. */
          expiresAt: { type: "number", required: true },
        },
        indexes: {
          entry: {
            pk: { field: "pk", composite: ["entryId"], template: "form-entry#${entryId}" },
            sk: { field: "sk", composite: [], template: "form-entry" },
          },
        },
      },
      tableConfig,
    ),
)

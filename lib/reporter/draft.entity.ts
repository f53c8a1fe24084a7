import { Entity } from "electrodb"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"

/** Answers: what a visitor has filled in so far. Unreadable without the secret that only the visitor's browser holds. */
export const DraftEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "draft", version: "1", service },
        attributes: {
          draftId: { type: "string", required: true },
          /** Compact JWE. */
          sealed: { type: "string", required: true },
          /** Epoch seconds. */
          expiresAt: { type: "number", required: true },
        },
        indexes: {
          draft: {
            pk: { field: "pk", composite: ["draftId"], template: "draft#${draftId}" },
            sk: { field: "sk", composite: [], template: "draft" },
          },
        },
      },
      tableConfig,
    ),
)

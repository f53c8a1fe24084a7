import { CustomAttributeType, Entity } from "electrodb"
import type { CaseId, TipId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"

/** Answers: which tips were marked as telling again what this tip told, or what is in this case (by partition). */
export const DuplicateEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "duplicate", version: "1", service },
        attributes: {
          of: { type: CustomAttributeType<TipId | CaseId>("string"), required: true },
          tipId: { type: CustomAttributeType<TipId>("string"), required: true },
          markedAt: { type: "string", required: true },
        },
        indexes: {
          original: {
            pk: { field: "pk", composite: ["of"], template: "${of}" },
            sk: { field: "sk", composite: ["tipId"], template: "duplicate#${tipId}" },
          },
        },
      },
      tableConfig,
    ),
)

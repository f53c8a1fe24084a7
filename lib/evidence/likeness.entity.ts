import { CustomAttributeType, Entity } from "electrodb"
import type { EvidenceId, TipId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"

/** Answers: which pictures have a band of their likeness in common (by partition). */
export const LikenessEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "likeness", version: "1", service },
        attributes: {
          band: { type: "string", required: true },
          evidenceId: { type: CustomAttributeType<EvidenceId>("string"), required: true },
          tipId: { type: CustomAttributeType<TipId>("string"), required: true },
          likeness: { type: "string", required: true },
        },
        indexes: {
          band: {
            pk: { field: "pk", composite: ["band"], template: "likeness#${band}" },
            sk: { field: "sk", composite: ["evidenceId"], template: "${evidenceId}" },
          },
        },
      },
      tableConfig,
    ),
)

import { CustomAttributeType, Entity } from "electrodb"
import type { PersonRef } from "@/lib/kernel/actor"
import type { CaseId, ObjectionId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import { type ObjectionRow, objectionStatuses } from "./objection"

/** Answers: an objection by its id; those of a status, oldest first (by index). */
export const ObjectionEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "objection", version: "1", service },
        attributes: {
          objectionId: { type: CustomAttributeType<ObjectionId>("string"), required: true },
          status: { type: objectionStatuses, required: true },
          site: { type: "string", required: true },
          siteName: { type: "string" },
          caseIds: { type: CustomAttributeType<CaseId[]>("any"), required: true },
          text: { type: "string", required: true },
          locale: { type: ["zh", "en"] as const, required: true },
          receivedAt: { type: "string", required: true },
          /** Keyed hash of the code that opens it. */
          codeHash: { type: "string", required: true },
          answer: { type: "string" },
          answeredAt: { type: "string" },
          wording: { type: "string" },
          decidedAt: { type: "string" },
          decidedBy: { type: CustomAttributeType<PersonRef>("any") },
          demo: { type: "boolean" },
          row: { type: CustomAttributeType<ObjectionRow>("any"), required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          objection: {
            pk: { field: "pk", composite: ["objectionId"], template: "${objectionId}" },
            sk: { field: "sk", composite: [], template: "objection" },
          },
          worklist: {
            index: "worklist",
            projection: ["row"],
            pk: { field: "wl_pk", composite: ["status"], template: "objections#${status}" },
            sk: {
              field: "wl_sk",
              composite: ["receivedAt", "objectionId"],
              template: "${receivedAt}#${objectionId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)

import { CustomAttributeType, Entity } from "electrodb"
import type { CaseId, EventId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import { progressSteps } from "./progress"

/** Answers: what the reporters of a case were told of it (in the case's partition). */
export const ProgressEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "progress", version: "1", service },
        attributes: {
          caseId: { type: CustomAttributeType<CaseId>("string"), required: true },
          /** The event that is told. */
          eventId: { type: CustomAttributeType<EventId>("string"), required: true },
          at: { type: "string", required: true },
          step: { type: progressSteps, required: true },
        },
        indexes: {
          case: {
            pk: { field: "pk", composite: ["caseId"], template: "${caseId}" },
            sk: { field: "sk", composite: ["eventId"], template: "progress#${eventId}" },
          },
        },
      },
      tableConfig,
    ),
)

import { CustomAttributeType, Entity } from "electrodb"
import type { CaseId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"

/** Answers: which number a year's last case got. */
export const CaseCounterEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "case-counter", version: "1", service },
        attributes: {
          year: { type: "string", required: true },
          last: { type: "number", required: true },
        },
        indexes: {
          year: {
            pk: { field: "pk", composite: ["year"], template: "case-counter#${year}" },
            sk: { field: "sk", composite: [], template: "case-counter" },
          },
        },
      },
      tableConfig,
    ),
)

/** Answers: which case has this number. */
export const CaseNumberEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "case-number", version: "1", service },
        attributes: {
          number: { type: "string", required: true },
          caseId: { type: CustomAttributeType<CaseId>("string"), required: true },
        },
        indexes: {
          number: {
            pk: { field: "pk", composite: ["number"], template: "case-number#${number}" },
            sk: { field: "sk", composite: [], template: "case-number" },
          },
        },
      },
      tableConfig,
    ),
)

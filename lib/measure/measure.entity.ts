import { CustomAttributeType, Entity } from "electrodb"
import { metrics } from "@/lib/campaign"
import type { PersonRef } from "@/lib/kernel/actor"
import type { AuthorityId, CaseId, MeasureId, ReferralId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import type { Category } from "@/lib/tip"

/** Answers: the measures of a case (in its partition); a campaign's ledger in order of recording (by index). */
export const MeasureEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "measure", version: "1", service },
        attributes: {
          measureId: { type: CustomAttributeType<MeasureId>("string"), required: true },
          caseId: { type: CustomAttributeType<CaseId>("string"), required: true },
          referralId: { type: CustomAttributeType<ReferralId>("string") },
          campaign: { type: "string", required: true },
          metric: { type: metrics, required: true },
          quantity: { type: "number", required: true },
          takenOn: { type: "string", required: true },
          recordedAt: { type: "string", required: true },
          recordedBy: { type: CustomAttributeType<PersonRef>("any"), required: true },
          note: { type: "string" },
          authorityId: { type: CustomAttributeType<AuthorityId>("string") },
          category: { type: CustomAttributeType<Category>("string") },
          site: { type: "string" },
          document: { type: "string" },
          noDocument: { type: "string" },
          lateReason: { type: "string" },
          reverses: { type: "string" },
          countedAt: { type: "string" },
          demo: { type: "boolean" },
          needsConfirmation: { type: "boolean" },
          confirmedAt: { type: "string" },
          confirmedBy: { type: CustomAttributeType<PersonRef>("any") },
          refusedAt: { type: "string" },
          refusedReason: { type: "string" },
          version: { type: "number" },
          head: { type: "string" },
        },
        indexes: {
          case: {
            pk: { field: "pk", composite: ["caseId"], template: "${caseId}" },
            sk: { field: "sk", composite: ["measureId"], template: "measure#${measureId}" },
          },
          ledger: {
            index: "parent",
            pk: { field: "pa_pk", composite: ["campaign"], template: "ledger#${campaign}" },
            sk: {
              field: "pa_sk",
              composite: ["recordedAt", "measureId"],
              template: "${recordedAt}#${measureId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)

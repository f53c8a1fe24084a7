import { CustomAttributeType, Entity } from "electrodb"
import type { AuthorityId, CaseId, DeliveryId, ReferralId } from "@/lib/kernel/id"
import { outboxStates } from "@/lib/outbox"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import { type DeliveryRow, deliveryTypes } from "./delivery"
import type { Answered } from "./host-report"

/**
 * Answers: what is, or was, to be told of a referral (by partition); what is due to an authority, was taken by it, or
 * was given up (by index).
 */
export const DeliveryEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "delivery", version: "1", service },
        attributes: {
          deliveryId: { type: CustomAttributeType<DeliveryId>("string"), required: true },
          referralId: { type: CustomAttributeType<ReferralId>("string"), required: true },
          caseId: { type: CustomAttributeType<CaseId>("string"), required: true },
          authorityId: { type: CustomAttributeType<AuthorityId>("string"), required: true },
          type: { type: deliveryTypes, required: true },
          state: { type: outboxStates, required: true },
          body: { type: "string", required: true },
          queuedAt: { type: "string", required: true },
          since: { type: "string", required: true },
          dueAt: { type: "string", required: true },
          attempts: { type: "number", required: true },
          tries: { type: "number", required: true },
          site: { type: "string", required: true },
          siteName: { type: "string" },
          demo: { type: "boolean" },
          answered: { type: CustomAttributeType<Answered>("any") },
          row: { type: CustomAttributeType<DeliveryRow>("any"), required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          referral: {
            pk: { field: "pk", composite: ["referralId"], template: "${referralId}" },
            sk: { field: "sk", composite: ["deliveryId"], template: "delivery#${deliveryId}" },
          },
          authority: {
            index: "worklist",
            projection: ["row"],
            pk: {
              field: "wl_pk",
              composite: ["authorityId", "state"],
              template: "deliveries#${authorityId}#${state}",
            },
            sk: {
              field: "wl_sk",
              composite: ["dueAt", "deliveryId"],
              template: "${dueAt}#${deliveryId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)

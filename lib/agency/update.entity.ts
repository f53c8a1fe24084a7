import { CustomAttributeType, Entity } from "electrodb"
import type { PersonRef } from "@/lib/kernel/actor"
import type { AuthorityId, ReferralId } from "@/lib/kernel/id"
import type { ReferralStatus } from "@/lib/referral"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import type { UpdateContent } from "./update"

/** Answers: what came under an idempotency key; what came about a referral, oldest first (by index). */
export const UpdateEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "agency-update", version: "1", service },
        attributes: {
          updateId: { type: "string", required: true },
          referralId: { type: CustomAttributeType<ReferralId>("string"), required: true },
          authorityId: { type: CustomAttributeType<AuthorityId>("string"), required: true },
          content: { type: CustomAttributeType<UpdateContent>("any"), required: true },
          referralStatus: { type: CustomAttributeType<ReferralStatus>("string"), required: true },
          measureId: { type: "string" },
          receivedAt: { type: "string", required: true },
          by: { type: CustomAttributeType<PersonRef>("any"), required: true },
        },
        indexes: {
          update: {
            pk: { field: "pk", composite: ["updateId"], template: "agency-update#${updateId}" },
            sk: { field: "sk", composite: [], template: "agency-update" },
          },
          referral: {
            index: "parent",
            pk: { field: "pa_pk", composite: ["referralId"], template: "agency-updates#${referralId}" },
            sk: {
              field: "pa_sk",
              composite: ["receivedAt", "updateId"],
              template: "${receivedAt}#${updateId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)

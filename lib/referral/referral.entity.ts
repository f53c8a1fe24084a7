import { CustomAttributeType, Entity } from "electrodb"
import type { PersonRef } from "@/lib/kernel/actor"
import type { AuthorityId, CaseId, ReferralId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import { type Collateral, type Joint, type ReferralRow, referralStatuses } from "./referral"

/** Answers: the referrals of a case (in its partition); an authority's inbox by status, oldest first (by index). */
export const ReferralEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "referral", version: "1", service },
        attributes: {
          referralId: { type: CustomAttributeType<ReferralId>("string"), required: true },
          caseId: { type: CustomAttributeType<CaseId>("string"), required: true },
          authorityId: { type: CustomAttributeType<AuthorityId>("string"), required: true },
          status: { type: referralStatuses, required: true },
          reason: { type: "string", required: true },
          joint: { type: CustomAttributeType<Joint>("any") },
          site: { type: "string", required: true },
          siteName: { type: "string" },
          campaign: { type: "string", required: true },
          draftedAt: { type: "string", required: true },
          draftedBy: { type: CustomAttributeType<PersonRef>("any"), required: true },
          approvedBy: { type: CustomAttributeType<PersonRef>("any") },
          collateral: { type: CustomAttributeType<Collateral>("any") },
          deliveredAt: { type: "string" },
          dueAt: { type: "string" },
          remindedAt: { type: "string" },
          acknowledgedAt: { type: "string" },
          returnedAt: { type: "string" },
          returnReason: { type: "string" },
          withdrawReason: { type: "string" },
          demo: { type: "boolean" },
          row: { type: CustomAttributeType<ReferralRow>("any"), required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          case: {
            pk: { field: "pk", composite: ["caseId"], template: "${caseId}" },
            sk: { field: "sk", composite: ["referralId"], template: "referral#${referralId}" },
          },
          inbox: {
            index: "worklist",
            projection: ["row"],
            pk: {
              field: "wl_pk",
              composite: ["authorityId", "status"],
              template: "referrals#${authorityId}#${status}",
            },
            sk: {
              field: "wl_sk",
              composite: ["draftedAt", "referralId"],
              template: "${draftedAt}#${referralId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)

/** Answers: in which case a delivered referral is, for an authority's program that knows its id alone. */
export const ReferralPointerEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "referral-pointer", version: "1", service },
        attributes: {
          referralId: { type: CustomAttributeType<ReferralId>("string"), required: true },
          caseId: { type: CustomAttributeType<CaseId>("string"), required: true },
        },
        indexes: {
          referral: {
            pk: { field: "pk", composite: ["referralId"], template: "${referralId}" },
            sk: { field: "sk", composite: [], template: "referral" },
          },
        },
      },
      tableConfig,
    ),
)

import { CustomAttributeType, Entity } from "electrodb"
import type { AuthorityId, CaseId, ReferralId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import { type Package, type PackageRow, packageStates } from "./package"

/** Answers: the package of a referral (in the case's partition); which wait to be built, by when (by index). */
export const PackageEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "package", version: "1", service },
        attributes: {
          referralId: { type: CustomAttributeType<ReferralId>("string"), required: true },
          caseId: { type: CustomAttributeType<CaseId>("string"), required: true },
          authorityId: { type: CustomAttributeType<AuthorityId>("string"), required: true },
          state: { type: packageStates, required: true },
          cutAt: { type: "string", required: true },
          dueAt: { type: "string", required: true },
          tries: { type: "number", required: true },
          sizeBytes: { type: "number" },
          sha256: { type: "string" },
          timestamp: { type: CustomAttributeType<NonNullable<Package["timestamp"]>>("any") },
          row: { type: CustomAttributeType<PackageRow>("any"), required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          case: {
            pk: { field: "pk", composite: ["caseId"], template: "${caseId}" },
            sk: { field: "sk", composite: ["referralId"], template: "package#${referralId}" },
          },
          waiting: {
            index: "worklist",
            projection: ["row"],
            condition: ({ state }) => state === "waiting",
            pk: { field: "wl_pk", composite: ["state"], template: "packages#${state}" },
            sk: {
              field: "wl_sk",
              composite: ["dueAt", "referralId"],
              template: "${dueAt}#${referralId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)

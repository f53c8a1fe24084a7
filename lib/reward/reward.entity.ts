import { CustomAttributeType, Entity } from "electrodb"
import type { PersonRef } from "@/lib/kernel/actor"
import type { CaseId, TipId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import { type Proposal, type RewardRow, rewardStatuses } from "./reward"

/** Answers: the reward that was claimed for a tip (in the tip's partition); those of a status, oldest first (by index). */
export const RewardEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "reward", version: "1", service },
        attributes: {
          tipId: { type: CustomAttributeType<TipId>("string"), required: true },
          caseId: { type: CustomAttributeType<CaseId>("string"), required: true },
          status: { type: rewardStatuses, required: true },
          sites: { type: CustomAttributeType<string[]>("any"), required: true },
          claimedAt: { type: "string", required: true },
          proposal: { type: CustomAttributeType<Proposal>("any") },
          decidedBy: { type: CustomAttributeType<PersonRef>("any") },
          decidedAt: { type: "string" },
          paidAt: { type: "string" },
          payment: { type: "string" },
          demo: { type: "boolean" },
          row: { type: CustomAttributeType<RewardRow>("any"), required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          tip: {
            pk: { field: "pk", composite: ["tipId"], template: "${tipId}" },
            sk: { field: "sk", composite: [], template: "reward" },
          },
          worklist: {
            index: "worklist",
            projection: ["row"],
            pk: { field: "wl_pk", composite: ["status"], template: "rewards#${status}" },
            sk: {
              field: "wl_sk",
              composite: ["claimedAt", "tipId"],
              template: "${claimedAt}#${tipId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)

/** Answers: what all rewards of a case that were awarded come to (in the case's partition). */
export const RewardTotalEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "reward-total", version: "1", service },
        attributes: {
          caseId: { type: CustomAttributeType<CaseId>("string"), required: true },
          /** CNY. */
          amount: { type: "number", required: true },
        },
        indexes: {
          case: {
            pk: { field: "pk", composite: ["caseId"], template: "${caseId}" },
            sk: { field: "sk", composite: [], template: "reward-total" },
          },
        },
      },
      tableConfig,
    ),
)

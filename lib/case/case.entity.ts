import { CustomAttributeType, Entity } from "electrodb"
import type { CaseId, TipId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import { type CaseRow, type Closing, caseStatuses, outcomes } from "./case"

/** Answers: a case with all that belongs to it (by partition); the cases of a status, oldest first (by index). */
export const CaseEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "case", version: "1", service },
        attributes: {
          caseId: { type: CustomAttributeType<CaseId>("string"), required: true },
          number: { type: "string" },
          status: { type: caseStatuses, required: true },
          site: { type: "string", required: true },
          siteName: { type: "string" },
          sites: { type: CustomAttributeType<string[]>("any"), required: true },
          campaign: { type: "string", required: true },
          tipCount: { type: "number", required: true },
          openedAt: { type: "string", required: true },
          closing: { type: CustomAttributeType<Closing>("any") },
          outcome: { type: outcomes },
          mergedInto: { type: CustomAttributeType<CaseId>("string") },
          demo: { type: "boolean" },
          row: { type: CustomAttributeType<CaseRow>("any"), required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          case: {
            pk: { field: "pk", composite: ["caseId"], template: "${caseId}" },
            sk: { field: "sk", composite: [], template: "case" },
          },
          worklist: {
            index: "worklist",
            projection: ["row"],
            pk: { field: "wl_pk", composite: ["status"], template: "cases#${status}" },
            sk: {
              field: "wl_sk",
              composite: ["openedAt", "caseId"],
              template: "${openedAt}#${caseId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)

/** Answers: which tips belong to this case (in the case's partition). */
export const CaseTipEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "case-tip", version: "1", service },
        attributes: {
          caseId: { type: CustomAttributeType<CaseId>("string"), required: true },
          tipId: { type: CustomAttributeType<TipId>("string"), required: true },
          joinedAt: { type: "string", required: true },
        },
        indexes: {
          case: {
            pk: { field: "pk", composite: ["caseId"], template: "${caseId}" },
            sk: { field: "sk", composite: ["tipId"], template: "tip#${tipId}" },
          },
        },
      },
      tableConfig,
    ),
)

/**
 * Answers: which case is open for this site in this campaign. There is one at most, because this record is one. Some
 * platforms tell capitals apart in what they share, so the key does.
 */
export const OpenCaseEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "open-case", version: "1", service },
        attributes: {
          site: { type: "string", required: true },
          campaign: { type: "string", required: true },
          caseId: { type: CustomAttributeType<CaseId>("string"), required: true },
        },
        indexes: {
          site: {
            pk: { field: "pk", composite: ["site"], template: "site#${site}", casing: "none" },
            sk: { field: "sk", composite: ["campaign"], template: "open-case#${campaign}" },
          },
        },
      },
      tableConfig,
    ),
)
